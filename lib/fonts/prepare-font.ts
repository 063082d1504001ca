import type { FaceRole } from '#lib/config/custom-faces.ts'
import { explainFont, explainLicence } from './check-font.ts'
import { type CutOptions, cutFont } from './cut-font.ts'
import type { FontFault } from './load-fonts.ts'
import { openFont } from './open-font.ts'

/** What a font is cut for. The first language is the paper's. `weight` null: the usual one of the role. */
export type PrepareOptions = Pick<CutOptions, 'weight' | 'text'> & {
  role: FaceRole
  languages: readonly [string, ...string[]]
}

const USUAL_WEIGHT: Readonly<Record<FaceRole, number>> = { text: 400, display: 700 }

/** A font cut for the pages of a paper, as WOFF2; or why it cannot be, with how to mend it. */
export async function prepareFont(
  source: Buffer,
  file: string,
  { role, languages, text, weight }: PrepareOptions,
): Promise<{ bytes: Buffer } | { fault: FontFault }> {
  const opened = openFont(source, 'source')
  if ('reason' in opened) return { fault: explainUnreadable(opened.reason) }
  const { font } = opened
  const fault =
    explainLicence(font) ??
    explainUncuttable(font['OS/2'].fsType) ??
    explainFont(font, { file }, languages[0])
  if (fault !== null) return { fault }
  const axes = Object.entries(font.variationAxes).flatMap(([tag, axis]) =>
    axis === undefined ? [] : [[tag, axis.default] as const],
  )
  const wght = font.variationAxes.wght
  const usual = wght === undefined ? null : clamp(USUAL_WEIGHT[role], wght)
  const bytes = await cutFont(source, {
    languages,
    text,
    weight: weight ?? usual,
    axes: Object.fromEntries(axes),
  })
  const cut = openFont(bytes)
  return 'reason' in cut ? { fault: explainUnreadable(cut.reason) } : { bytes }
}

function explainUnreadable(reason: string): FontFault {
  return {
    message: `this is no font that can be read: ${reason}`,
    hint: 'Take its WOFF2, TrueType or OpenType file',
  }
}

function explainUncuttable({ noSubsetting }: { noSubsetting: boolean }): FontFault | null {
  if (!noSubsetting) return null
  return {
    message: 'the font forbids being cut (OS/2 fsType: no subsetting)',
    hint: 'Ask whoever sold it for a file for websites with the letters of the paper alone',
  }
}

function clamp(weight: number, { min, max }: { min: number; max: number }): number {
  return Math.min(max, Math.max(min, weight))
}
