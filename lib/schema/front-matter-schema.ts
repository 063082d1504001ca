import { z } from 'zod'

const names = z.union([z.string(), z.array(z.string())])
const date = z.string().meta({ examples: ['2026-11-22', '2026-11-22 07:30', '2026-11-22T07:30:00Z'] })
const picture = z.union([
  z.string(),
  z.looseObject({
    src: z.string().describe('/media/name.jpg, a file beside the story, or an https address'),
    alt: z.string().optional().describe('What the picture shows, for those who cannot see it'),
    caption: z.string().optional(),
    credit: z.string().optional(),
    focal_point: z
      .union([z.string(), z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })])
      .optional()
      .describe('What must stay in view where it is cut: 30% 60%'),
  }),
])

/** The front matter of a story as docs/writing.md has it. Other keys are kept, and other programs' are understood. */
export const postFrontMatterSchema = z.looseObject({
  title: z.string().optional().describe('The headline; else the first heading, else the file’s name'),
  description: z.string().optional().describe('The standfirst; else the first sentences'),
  date: date.optional().describe('When it is published; in the future, it appears on that second'),
  updated: date.optional().describe('When it last changed in a way readers should know of'),
  expires: date.optional().describe('When it leaves the paper'),
  draft: z.boolean().optional().describe('true: never public'),
  section: z.string().optional(),
  tags: names.optional(),
  authors: names.optional(),
  image: picture.optional(),
  slug: z.string().optional().describe('The last part of the address, if not the file’s name'),
  aliases: z.array(z.string()).optional().describe('Other paths that lead here: /2014/06/old.html'),
  lang: z.string().optional().describe('Its language, if not the paper’s: fr, pt-BR'),
  canonical: z.url().optional().describe('Where it was first printed, if elsewhere'),
  featured: z.boolean().optional().describe('true: it leads the front page while it is new'),
  weight: z.int().optional().describe('Its place among the leads, the lowest first'),
  breaking: z.boolean().optional(),
  breaking_until: date.optional(),
  corrections: z.array(z.object({ date, text: z.string() })).optional(),
  translations: z.record(z.string(), z.string()).optional().describe('Language → slug or file'),
})

/** The front matter of a standing page. */
export const pageFrontMatterSchema = z.looseObject({
  title: z.string().optional(),
  description: z.string().optional(),
  slug: z.string().optional(),
  order: z.number().optional().describe('Its place in the list of pages'),
  draft: z.boolean().optional(),
  lang: z.string().optional(),
})

/** The front matter of a person. */
export const authorFrontMatterSchema = z.looseObject({
  name: z.string(),
  role: z.string().optional(),
  description: z.string().optional(),
  image: picture.optional(),
  links: z.array(z.url()).optional(),
})
