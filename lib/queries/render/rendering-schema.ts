import { z } from 'zod'

/** A link to a content file, and the path it had at that moment (null: none). */
const linkSchema = z.object({ file: z.string(), url: z.string().nullable() })
/** A picture in a text, and the hash it was known by at that moment (null: not known yet). */
const pictureSchema = z.object({ source: z.string(), hash: z.string().nullable() })

/** What a job found. `links` and `pictures` are what the result depends on beside the text. */
export const renderingSchema = z.object({
  result: z.string(),
  headings: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      level: z.union([z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
    }),
  ),
  notes: z.array(z.string()),
  links: z.array(linkSchema),
  pictures: z.array(pictureSchema),
})

export type Rendering = z.infer<typeof renderingSchema>
