import { z } from 'zod'
import { ACCESS } from './fields/access.ts'
import { STORY_TYPES } from './fields/story-kind.ts'

/** A name as readers see it, and the URL segment it lives at: `World News` → `world-news`. */
export const termSchema = z.strictObject({ slug: z.string().min(1), name: z.string().min(1) })

/** A picture as a post names it. `focalPoint` is a fraction of width and height from the top left corner. */
export const imageSchema = z.strictObject({
  src: z.string().min(1),
  alt: z.string(),
  caption: z.string(),
  credit: z.string(),
  focalPoint: z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }).nullable(),
})

/** The same story in another language: `target` is the slug of that story, or the path of its file in the content folder. */
export const translationSchema = z.strictObject({ language: z.string().min(2), target: z.string().min(1) })

/** How far search engines may go: everywhere, here though no sitemap says so, or not here. */
export const crawlingSchema = z.enum(['all', 'no-sitemap', 'no-index'])

/** ISO 8601, UTC, whole seconds: `2020-10-12T13:32:21Z`. */
const instantSchema = z.iso.datetime({ precision: 0 })

/** What was wrong in a story and has been put right, and when that was said. */
export const correctionSchema = z.strictObject({ date: instantSchema, text: z.string().min(1) })

/**
 * What a live story covers: from `start` on, and to `end` where its writer says so. `latest` is when its last update was
 * made, null while it has none; `count` is how many there are. Both follow from the updates, which are read apart.
 */
export const coverageSchema = z.strictObject({
  start: instantSchema,
  end: instantSchema.nullable(),
  latest: instantSchema.nullable(),
  count: z.int().min(0),
})

/**
 * A story, checked once. Everything after the parser sees only this.
 *
 * - `slug` is what the file asks for; the index makes it unique among all files.
 * - `description` is for a head: at most 160 characters, cut at a sentence or a word.
 *   `standfirst` is the same text as its writer wrote it, of any length, '' when there is none.
 * - `body` is clean Markdown, front matter removed; `bodyLine` is the line of the file it starts at.
 * - `aliases` are absolute paths that answered for this story once: `/2014/06/30/name.html`.
 * - `weight` is its place among the leads of the front page, the lowest first; null for most.
 *   `breakingUntil` is when its breaking-news strip comes down.
 * - `corrections` are oldest first.
 * - `coverage` is of a story of the type `live`; null for all others.
 * - `access` says who may read it to its end; of one for subscribers, `body` is the free part and the rest is nowhere.
 * - `extra` keeps front matter keys the schema does not know.
 */
export const postSchema = z.strictObject({
  slug: z.string().min(1),
  title: z.string().min(1),
  description: z.string().max(160),
  standfirst: z.string(),
  body: z.string(),
  bodyLine: z.int().min(1),
  published: instantSchema,
  updated: instantSchema.nullable(),
  expires: instantSchema.nullable(),
  draft: z.boolean(),
  crawling: crawlingSchema,
  weight: z.int().nullable(),
  breakingUntil: instantSchema.nullable(),
  section: termSchema.nullable(),
  tags: z.array(termSchema),
  authors: z.array(termSchema),
  image: imageSchema.nullable(),
  language: z.string().min(2),
  direction: z.enum(['ltr', 'rtl']),
  canonical: z.url({ protocol: /^https?$/ }).nullable(),
  aliases: z.array(z.string().startsWith('/')),
  corrections: z.array(correctionSchema),
  translations: z.array(translationSchema),
  type: z.enum(STORY_TYPES),
  coverage: coverageSchema.nullable(),
  access: z.enum(ACCESS),
  wordCount: z.int().min(0),
  readingMinutes: z.int().min(0),
  sourceFile: z.string().min(1),
  contentHash: z.string().length(64),
  extra: z.record(z.string(), z.unknown()),
})

export type Term = z.infer<typeof termSchema>
export type Image = z.infer<typeof imageSchema>
export type Correction = z.infer<typeof correctionSchema>
export type Translation = z.infer<typeof translationSchema>
export type Coverage = z.infer<typeof coverageSchema>
export type Crawling = z.infer<typeof crawlingSchema>
export type Post = z.infer<typeof postSchema>

/** What a card, a list or a feed entry needs: everything but the body. */
export const postSummarySchema = postSchema.omit({ body: true })

export type PostSummary = z.infer<typeof postSummarySchema>

/** When a story last changed, as far as that has come to pass at `now`: published, updated or corrected. */
export function getModified(post: Pick<Post, 'published' | 'updated' | 'corrections'>, now: Date): string {
  const changes = [post.updated, ...post.corrections.map(({ date }) => date)]
  const past = changes
    .filter((instant) => instant !== null)
    .filter((instant) => Date.parse(instant) <= now.getTime())
  return past.reduce(
    (latest, instant) => (Date.parse(instant) > Date.parse(latest) ? instant : latest),
    post.published,
  )
}
