import { z } from 'zod'
import { crawlingSchema, imageSchema } from './post.ts'

/** A standing page (`content/pages/about.md` → `/about`): not a story, has no date, is in no list. */
export const pageSchema = z.strictObject({
  slug: z.string().min(1),
  title: z.string().min(1),
  description: z.string().max(160),
  body: z.string(),
  bodyLine: z.int().min(1),
  language: z.string().min(2),
  direction: z.enum(['ltr', 'rtl']),
  crawling: crawlingSchema,
  /** Paths it answered at before, percent-encoded. */
  aliases: z.array(z.string()),
  /** Place in the footer's list of pages; pages without one come after, by title. */
  order: z.number().nullable(),
  sourceFile: z.string().min(1),
  contentHash: z.string().length(64),
})

/** A person who writes (`content/authors/ada-quill.md`). `body` is the biography, in Markdown. */
export const authorSchema = z.strictObject({
  slug: z.string().min(1),
  name: z.string().min(1),
  /** An organization is a desk or an agency. */
  type: z.enum(['person', 'organization']),
  role: z.string(),
  description: z.string().max(160),
  body: z.string(),
  bodyLine: z.int().min(1),
  image: imageSchema.nullable(),
  /** Absolute http(s) addresses of the same person elsewhere. */
  links: z.array(z.url({ protocol: /^https?$/ })),
  /** Paths the person's page answered at before, percent-encoded. */
  aliases: z.array(z.string()),
  language: z.string().min(2),
  direction: z.enum(['ltr', 'rtl']),
  sourceFile: z.string().min(1),
  contentHash: z.string().length(64),
})

export type Page = z.infer<typeof pageSchema>
export type Author = z.infer<typeof authorSchema>
