import { z } from 'zod'
import type { FaceName, Theme } from './theme.ts'

/** Where a page's words are set in a face of its own: `text` is everything but headlines. */
export const FACE_ROLES = ['text', 'display'] as const
export type FaceRole = (typeof FACE_ROLES)[number]

/** A font file of the publisher's that was checked. `file` is its path in the content folder. */
const fontFileSchema = z.strictObject({
  file: z.string(),
  /** SHA-256 of the bytes, in hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  url: z.string().regex(/^\/[a-z0-9./-]+$/),
  format: z.enum(['woff2', 'truetype', 'opentype']),
  bytes: z.int(),
  /** The lightest and the heaviest weight it has; the same for one that is not variable. */
  weights: z.tuple([z.number(), z.number()]),
  style: z.enum(['normal', 'italic']),
})

/** A face made of font files. Lengths in ems. `width` is that of an average Latin letter; null where it has none. */
const customFaceSchema = z.strictObject({
  files: z.array(fontFileSchema).min(1),
  ascent: z.number(),
  descent: z.number(),
  lineGap: z.number(),
  xHeight: z.number(),
  width: z.number().nullable(),
  isSans: z.boolean(),
})

export const customFacesSchema = z.strictObject({
  text: customFaceSchema.optional(),
  display: customFaceSchema.optional(),
})

export type FontFile = z.infer<typeof fontFileSchema>
export type CustomFace = z.infer<typeof customFaceSchema>
export type CustomFaces = z.infer<typeof customFacesSchema>

/** What faces follow from: the theme, and the font files it names that can be used. */
export type FaceSettings = { theme: Pick<Theme, 'fonts'>; faces?: CustomFaces }

/** The face a role is set in. Files that cannot be used leave the built-in face. */
export function getFace({ theme, faces }: FaceSettings, role: FaceRole): FaceName | CustomFace {
  const asked = theme.fonts[role]
  return typeof asked === 'string' ? asked : (faces?.[role] ?? 'own')
}
