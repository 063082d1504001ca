import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { postSchema } from '#lib/content/post.ts'
import { findRelated } from './find-related.ts'
import { search } from './search.ts'

const summarySchema = postSchema.omit({ body: true })
const partsSchema = z.array(z.object({ text: z.string(), isMatch: z.boolean() }))
const countsSchema = z.array(z.object({ value: z.string(), total: z.number() }))

const resultSchema = z.object({
  text: z.string(),
  asked: z.boolean(),
  hits: z.array(z.object({ summary: summarySchema, title: partsSchema, snippet: partsSchema })),
  total: z.number(),
  isMore: z.boolean(),
  page: z.number(),
  pages: z.number(),
  isLoose: z.boolean(),
  isPartial: z.boolean(),
  corrected: z.string().nullable(),
  suggestions: z.array(z.string()),
  facets: z.object({ sections: countsSchema, years: countsSchema }),
})

const optionsSchema = z.object({
  now: z.date(),
  timeZone: z.string(),
  page: z.number(),
  sort: z.enum(['best', 'newest']),
  section: z.string().nullable(),
  author: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  weights: z.object({
    title: z.number(),
    standfirst: z.number(),
    authors: z.number(),
    tags: z.number(),
    body: z.number(),
  }),
  synonyms: z.array(z.array(z.array(z.string()))),
  withheld: z.array(z.string()),
})

/** What a search worker is asked. */
export const jobSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('search'), text: z.string(), options: optionsSchema }),
  z.object({
    kind: z.literal('related'),
    slug: z.string(),
    now: z.date(),
    limit: z.number(),
    exclude: z.array(z.string()),
  }),
])

/** What it answers. */
export const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('search'), result: resultSchema }),
  z.object({ kind: z.literal('related'), stories: z.array(summarySchema) }),
  z.object({ kind: z.literal('error'), message: z.string() }),
])

export type SearchJob = z.infer<typeof jobSchema>
export type SearchAnswer = z.infer<typeof answerSchema>

export function runSearchJob(database: DatabaseSync, job: SearchJob): SearchAnswer {
  switch (job.kind) {
    case 'search':
      return { kind: 'search', result: search(database, job.text, job.options) }
    case 'related': {
      const row = database.prepare('SELECT id FROM post WHERE slug = ?').get(job.slug)
      return { kind: 'related', stories: row === undefined ? [] : findRelated(database, Number(row.id), job) }
    }
  }
}
