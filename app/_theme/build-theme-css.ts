import type { Site } from '#lib/config/site.ts'

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

/** What `theme:` in site.yaml changes, as custom properties over those of tokens.css; '' when it changes nothing. */
export function buildThemeCss({ colours, sections, fonts }: Theme): string {
  const declarations = [
    ...Object.entries(PROPERTIES).flatMap(([name, property]) =>
      isSet(name, colours) ? declareTone(property, colours[name]) : [],
    ),
    ...declareFace('--font-display', fonts.display),
    ...declareFace('--font-text', fonts.text),
    ...declareCaps(fonts.text),
  ]
  const root = declarations.length === 0 ? '' : `:root{${declarations.join(';')}}`
  const accents = Object.entries(sections).map(
    ([slug, tone]) => `[data-section="${slug}"]{${declareTone('--accent', tone).join()}}`,
  )
  return `${root}${accents.join('')}`
}

function isSet(name: string, colours: Theme['colours']): name is keyof Theme['colours'] {
  return Object.hasOwn(colours, name)
}

function declareTone(property: string, tone: Tone | undefined): string[] {
  if (tone === undefined) return []
  const { light, dark } = tone
  return [`${property}:${light === dark ? light : `light-dark(${light},${dark})`}`]
}

function declareFace(property: string, face: Theme['fonts']['text']): string[] {
  return face === 'own' ? [] : [`${property}:${SYSTEM_FACES[face]}`]
}

/** Small capitals go with our own text face; another has its capitals, as high as those would be. */
function declareCaps(face: Theme['fonts']['text']): string[] {
  return face === 'own' ? [] : ['--font-caps:var(--font-text)', '--caps-size:.8125rem']
}
