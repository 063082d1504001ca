import { z } from 'zod'

/** News too young for a story. `until` is required, so that a forgotten strip disappears by itself. */
export const breakingSchema = z.strictObject({
  text: z.string().min(1).max(160),
  /** Where to read more: a path of this site or an address. */
  href: z
    .string()
    .regex(/^(?:\/(?!\/)|https?:\/\/)/, 'a path such as /posts/flood, or a full address')
    .optional(),
  until: z.iso.datetime({
    offset: true,
    local: false,
    error: 'a date and time with its zone, such as 2026-11-23T18:00:00Z',
  }),
})
