import type { CustomFace } from '#lib/config/custom-faces.ts'

/**
 * A font that systems have, declared once more at the size of a face that has not come yet, so that nothing moves when it
 * does. `width` is that of an average Latin character and `lineGap` the room between lines, in ems; `boldWidth` is how much wider the bold is.
 */
export type SystemFont = {
  name: string
  width: number
  boldWidth: number
  lineGap: number
  regular: readonly string[]
  bold: readonly string[]
}

/** What a stand-in is brought to. In ems. */
export type FaceMeasures = Pick<CustomFace, 'ascent' | 'descent' | 'lineGap'> & { width: number }

/**
 * Georgia is on Windows and Apple's systems, Noto Serif on Android and most Linux, DejaVu Serif on the rest. Widths are
 * Capsize's, DejaVu's and those of bold fonts measured in the same way; Georgia's bold is estimated.
 */
export const SERIFS: readonly SystemFont[] = [
  {
    name: 'Georgia',
    width: 913 / 2048,
    boldWidth: 1.13,
    lineGap: 0,
    regular: ['Georgia'],
    bold: ['Georgia Bold', 'Georgia-Bold'],
  },
  {
    name: 'Noto',
    width: 481 / 1000,
    boldWidth: 1.039,
    lineGap: 0,
    regular: ['Noto Serif', 'NotoSerif-Regular'],
    bold: ['Noto Serif Bold', 'NotoSerif-Bold'],
  },
  {
    name: 'DejaVu',
    width: 1064 / 2048,
    boldWidth: 1.0685,
    lineGap: 0,
    regular: ['DejaVu Serif', 'DejaVuSerif'],
    bold: ['DejaVu Serif Bold', 'DejaVuSerif-Bold'],
  },
]

/** Arial, and Liberation Sans, which is as wide; Roboto on Android; DejaVu Sans on the rest. */
export const SANS: readonly SystemFont[] = [
  {
    name: 'Arial',
    width: 913 / 2048,
    boldWidth: 1.069,
    lineGap: 67 / 2048,
    regular: ['Arial', 'ArialMT', 'Liberation Sans', 'LiberationSans'],
    bold: ['Arial Bold', 'Arial-BoldMT', 'Liberation Sans Bold', 'LiberationSans-Bold'],
  },
  {
    name: 'Roboto',
    width: 911 / 2048,
    boldWidth: 1.02,
    lineGap: 0,
    regular: ['Roboto', 'Roboto-Regular'],
    bold: ['Roboto Bold', 'Roboto-Bold'],
  },
  {
    name: 'DejaVu',
    width: 1042 / 2048,
    boldWidth: 1.13,
    lineGap: 0,
    regular: ['DejaVu Sans', 'DejaVuSans'],
    bold: ['DejaVu Sans Bold', 'DejaVuSans-Bold'],
  },
]

/** The families of a face's stand-ins, in their order. A face without Latin letters has none: nothing says how wide it is. */
export function listStandInNames(family: string, { isSans, width }: CustomFace): string[] {
  return width === null ? [] : (isSans ? SANS : SERIFS).map(({ name }) => `${family} ${name}`)
}

/** The `@font-face` rules of a custom face's stand-ins. */
export function declareStandIns(family: string, face: CustomFace, cut: 'regular' | 'bold'): string[] {
  const { width } = face
  if (width === null) return []
  return (face.isSans ? SANS : SERIFS).map((font) => {
    const lines = Object.entries({
      'font-family': `"${family} ${font.name}"`,
      src: font[cut].map((name) => `local("${name}")`).join(),
      ...getOverrides({ ...face, width }, font, cut),
    })
    return `@font-face{${lines.map(([name, value]) => `${name}:${value}`).join(';')}}`
  })
}

/** What brings a system's font to the width and height of a face. */
export function getOverrides(
  face: FaceMeasures,
  font: Pick<SystemFont, 'width' | 'boldWidth' | 'lineGap'>,
  cut: 'regular' | 'bold',
): Record<string, string> {
  const size = face.width / (font.width * (cut === 'bold' ? font.boldWidth : 1))
  return {
    'ascent-override': toPercent(face.ascent / size),
    'descent-override': toPercent(face.descent / size),
    ...(face.lineGap === 0 && font.lineGap === 0
      ? {}
      : { 'line-gap-override': toPercent(face.lineGap / size) }),
    'size-adjust': toPercent(size),
  }
}

/** Four digits after the point, without those that are nought. */
function toPercent(value: number): string {
  return `${Number((value * 100).toFixed(4))}%`
}
