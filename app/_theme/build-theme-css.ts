import { type CustomFace, type FaceSettings, getFace } from '#lib/config/custom-faces.ts'
import type { Site } from '#lib/config/site.ts'
import type { FaceName } from '#lib/config/theme.ts'
import {
  type BoldSource,
  type BuiltInText,
  declareBuiltInText,
  declareDisplay,
  declareText,
  toBoldSource,
  toWoff2,
} from '#lib/fonts/face-css.ts'
import { DISPLAY_FACE_URL, ITALIC_FACE_URL, TEXT_FACE_URL } from '../_styles/font-files.ts'

type Theme = Site['theme']
type Tone = Theme['sections'][string]

const PROPERTIES = {
  paper: '--paper',
  ink: '--ink',
  inkSoft: '--ink-soft',
  rule: '--rule',
  accent: '--accent',
  tint: '--tint',
  shade: '--shade',
  note: '--note',
} as const satisfies Record<keyof Theme['colours'], string>

/** A reader's own faces, for a paper that wants none of ours. */
const SYSTEM_FACES = {
  serif: 'Charter,"Bitstream Charter","Sitka Text",Cambria,"Noto Serif",serif',
  sans: 'system-ui,"Segoe UI","Noto Sans",sans-serif',
} as const

/** Where the built-in faces are, and how high their small letters are, in ems. */
const BUILT_IN_TEXT: BuiltInText = {
  regular: TEXT_FACE_URL,
  italic: ITALIC_FACE_URL,
  xHeight: 0.458,
  standIns: ['"Text Georgia"', '"Text Noto"', '"Text DejaVu"', 'serif'],
}
const BUILT_IN_BOLD: BoldSource = { src: toWoff2(DISPLAY_FACE_URL), xHeight: 0.46 }

/** A face's custom properties, and the rules that stand before them. */
type FaceStyle = { rules: readonly string[]; declarations: readonly string[] }

/**
 * What `theme:` in site.yaml, and the fonts it names, change: font faces, and custom properties over those of tokens.css. ''
 * when it changes nothing.
 */
export function buildThemeCss(site: { theme: Theme } & FaceSettings): string {
  const { colours, sections } = site.theme
  const text = getFace(site, 'text')
  const display = getFace(site, 'display')
  const faces = [styleDisplay(display), styleText(text, display)]
  const declarations = [
    ...Object.entries(PROPERTIES).flatMap(([name, property]) =>
      isSet(name, colours) ? declareTone(property, colours[name]) : [],
    ),
    ...faces.flatMap((face) => face.declarations),
  ]
  const rules = faces.flatMap((face) => face.rules)
  const root = declarations.length === 0 ? '' : `:root{${declarations.join(';')}}`
  const accents = Object.entries(sections).map(
    ([slug, tone]) => `[data-section="${slug}"]{${declareTone('--accent', tone).join()}}`,
  )
  return `${rules.join('')}${root}${accents.join('')}`
}

function isSet(name: string, colours: Theme['colours']): name is keyof Theme['colours'] {
  return Object.hasOwn(colours, name)
}

function declareTone(property: string, tone: Tone | undefined): string[] {
  if (tone === undefined) return []
  const { light, dark } = tone
  return [`${property}:${light === dark ? light : `light-dark(${light},${dark})`}`]
}

type Face = FaceName | CustomFace

function styleDisplay(face: Face): FaceStyle {
  if (face === 'own') return { rules: [], declarations: [] }
  if (typeof face === 'string') return { rules: [], declarations: [`--font-display:${SYSTEM_FACES[face]}`] }
  const { family, rules } = declareDisplay(face)
  return { rules, declarations: [`--font-display:${family}`] }
}

/** Small capitals go with the built-in text face; another has its capitals, as high as those would be. */
function styleText(face: Face, display: Face): FaceStyle {
  const caps = ['--font-caps:var(--font-text)', '--caps-size:.8125rem']
  if (face === 'own') return styleBuiltInText(display)
  if (typeof face === 'string')
    return { rules: [], declarations: [`--font-text:${SYSTEM_FACES[face]}`, ...caps] }
  const { family, rules } = declareText(face, getBoldSource(display))
  return { rules, declarations: [`--font-text:${family}`, ...caps] }
}

/** The built-in text face sets bold words in the headlines' face: in the paper's own where it has one. */
function styleBuiltInText(display: Face): FaceStyle {
  const bold = typeof display === 'string' ? null : toBoldSource(display)
  if (bold === null) return { rules: [], declarations: [] }
  const { family, rules } = declareBuiltInText(BUILT_IN_TEXT, bold)
  return { rules, declarations: [`--font-text:${family}`] }
}

function getBoldSource(display: Face): BoldSource | null {
  if (display === 'own') return BUILT_IN_BOLD
  return typeof display === 'string' ? null : toBoldSource(display)
}
