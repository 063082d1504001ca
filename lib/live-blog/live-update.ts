import { z } from 'zod'

const instantSchema = z.iso.datetime({ precision: 0 })

/**
 * One update of a live story.
 *
 * - `id` is its minute in the paper's zone, and from the second update of that minute on a number: `2026-11-27-1405`,
 *   `2026-11-27-1405-2`. The headline is no part of it.
 * - `ordinal` is its place among those of its minute, the oldest first, from 1.
 * - `modified` is when it was last changed, where its writer says so.
 * - `corrections` say what was wrong in it, in plain words, the oldest first.
 * - `text` is its Markdown without the heading.
 */
export const liveUpdateSchema = z.strictObject({
  id: z.string().min(1),
  at: instantSchema,
  ordinal: z.int().min(1),
  headline: z.string(),
  isKey: z.boolean(),
  isPinned: z.boolean(),
  by: z.string().nullable(),
  modified: instantSchema.nullable(),
  corrections: z.array(z.string()).readonly(),
  text: z.string(),
})

export type LiveUpdate = z.infer<typeof liveUpdateSchema>
