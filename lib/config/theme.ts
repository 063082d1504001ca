import { z } from 'zod'
import { AA_TEXT, getContrast } from './contrast.ts'
import { type ColourName, PALETTE, TEXT_ON, type Tone } from './palette.ts'

const hexSchema = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, { error: 'a colour is written "#a01355": # and six of 0-9 and a-f', abort: true })
  .toLowerCase()

/** One colour for both, or one for the light and one for the dark. */
const toneSchema = z
  .union([hexSchema, z.strictObject({ light: hexSchema, dark: hexSchema })], {
    error: 'a colour such as "#a01355", or one for light: and one for dark:',
  })
  .transform((tone) => (typeof tone === 'string' ? { light: tone, dark: tone } : tone))

const faceNameSchema = z.enum(['own', 'serif', 'sans'])

const fontPathSchema = z
  .string()
  .regex(/\.(?:woff2|ttf|otf)$/i, 'own, serif, sans, or a .woff2, .ttf or .otf file')

/** A font file of the publisher's. What is not said of it is as the file says. */
const askedFontSchema = z.strictObject({
  /** A path in the content folder. */
  file: fontPathSchema,
  weight: z.coerce.number().int().min(1).max(1000).optional(),
  style: z.enum(['normal', 'italic']).optional(),
})

const MAX_FONT_FILES = 6

/** A face by its name, or one font file or several. */
const fontSchema = z.union(
  [
    faceNameSchema,
    fontPathSchema.transform((file) => [{ file }]),
    askedFontSchema.transform((font) => [font]),
    z
      .array(z.union([askedFontSchema, fontPathSchema.transform((file) => ({ file }))]))
      .min(1)
      .max(MAX_FONT_FILES),
  ],
  {
    error: `own, serif, sans, a font file such as fonts/example.woff2, or up to ${MAX_FONT_FILES} of { file, weight, style }`,
  },
)

/** Only what differs from the paper's own look is said. */
export const themeSchema = z
  .strictObject({
    colours: z.partialRecord(z.enum(Object.keys(PALETTE).filter(isColourName)), toneSchema).default({}),
    /** The accent of each section, by its slug. */
    sections: z.record(z.string().regex(/^[a-z0-9-]+$/), toneSchema).default({}),
    fonts: z
      .strictObject({ display: fontSchema.default('own'), text: fontSchema.default('own') })
      .default({ display: 'own', text: 'own' }),
    masthead: z.enum(['start', 'centre']).default('start'),
  })
  .superRefine((theme, context) => {
    for (const { path, message } of listLowContrast(theme))
      context.addIssue({ code: 'custom', path, message })
  })

export type Theme = z.infer<typeof themeSchema>
export type FaceName = z.infer<typeof faceNameSchema>
export type AskedFont = z.infer<typeof askedFontSchema>

type Colours = Partial<Record<ColourName, Tone>>
type LowContrast = { path: string[]; message: string }

function isColourName(name: string): name is ColourName {
  return Object.hasOwn(PALETTE, name)
}

/** Unreadable text: every pair of colours whose contrast falls short of WCAG AA, in the light or in the dark. */
function listLowContrast({
  colours,
  sections,
}: {
  colours: Colours
  sections: Record<string, Tone>
}): LowContrast[] {
  const palette: Record<ColourName, Tone> = { ...PALETTE, ...colours }
  const pairs = Object.entries(TEXT_ON).flatMap(([name, grounds]) =>
    grounds.flatMap((ground) => {
      const words = isColourName(name) ? palette[name] : PALETTE.ink
      const blamed = colours[ground] === undefined ? name : ground
      return checkContrast(`${name} on ${ground}`, words, palette[ground], ['colours', blamed])
    }),
  )
  const accents = Object.entries(sections).flatMap(([slug, tone]) =>
    checkContrast(`the accent of ${slug} on paper`, tone, palette.paper, ['sections', slug]),
  )
  return [...pairs, ...accents]
}

function checkContrast(pair: string, words: Tone, ground: Tone, path: string[]): LowContrast[] {
  return (['light', 'dark'] as const).flatMap((mode) => {
    const contrast = getContrast(words[mode], ground[mode])
    if (contrast >= AA_TEXT) return []
    const figures = `${words[mode]} on ${ground[mode]} has a contrast of ${contrast.toFixed(1)}`
    return [
      { path, message: `${pair} cannot be read in the ${mode}: ${figures}, WCAG AA asks for ${AA_TEXT}` },
    ]
  })
}
