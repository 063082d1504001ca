import { z } from 'zod'

/** YAML scalars reach us as text, inside a setting too. */
const weightSchema = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,3}(?:\.\d{1,3})?$/)
      .transform(Number),
  ])
  .pipe(z.number().min(0).max(100))

/** How much a match counts by where it stands. */
const weightsSchema = z.strictObject({
  title: weightSchema.default(8),
  standfirst: weightSchema.default(3),
  authors: weightSchema.default(5),
  tags: weightSchema.default(4),
  body: weightSchema.default(1),
})

/** Synonyms: a search for one of the words or phrases also finds the others. */
const synonymsSchema = z
  .array(z.array(z.string().trim().min(1).max(60)).min(2).max(12))
  .max(200)
  .default([])

const settingsSchema = z.strictObject({
  weights: weightsSchema.prefault({}),
  synonyms: synonymsSchema,
})

const EXPECTED =
  'false, or { weights, synonyms }: a weight is a number from 0 to 100, synonyms are lists of 2 to 12 words or phrases each'

/** `false`: the paper has no search of its own. */
export const searchSchema = z
  .union(
    [
      z.literal(false).transform(() => ({ isOn: false, ...settingsSchema.parse({}) })),
      settingsSchema.transform((settings) => ({ isOn: true, ...settings })),
    ],
    { error: EXPECTED },
  )
  .prefault({})

export type SearchWeights = z.infer<typeof weightsSchema>

export const DEFAULT_WEIGHTS: SearchWeights = weightsSchema.parse({})
