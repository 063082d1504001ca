import { globSync, readFileSync } from 'node:fs'
import { getContrast } from '#lib/config/contrast.ts'
import { PALETTE } from '#lib/config/palette.ts'
import { parseSite } from '#lib/config/parse/parse-site.ts'
import { buildThemeCss } from '../../../app/_theme/build-theme-css.ts'

const read = (text: string) => {
  const { site, problems } = parseSite(text, 'site.yaml')
  return {
    css: buildThemeCss(site),
    problems: problems.map(({ field, message }) => `${field}: ${message}`),
  }
}

it.each([
  ['#000000', '#ffffff', 21],
  ['#777777', '#ffffff', 4.48],
  ['#a01355', '#fbfcfb', 7.5],
])('%s on %s has a contrast of %d', (one, other, contrast) => {
  expect(getContrast(one, other)).toBeCloseTo(contrast, 1)
  expect(getContrast(other, one)).toBeCloseTo(contrast, 1)
})

it('weighs against the colours the style sheet has', () => {
  const tokens = readFileSync('app/_styles/tokens.css', 'utf8')
  for (const [name, { light, dark }] of Object.entries(PALETTE)) {
    const property = name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)
    expect(tokens).toContain(`--${property}: light-dark(${light}, ${dark});`)
  }
})

it('has a value for every custom property that a style sheet reads', () => {
  const css = globSync('app/_*/**/*.css')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const listNames = (pattern: RegExp) => [...css.matchAll(pattern)].map(([, name]) => name)
  const defined = new Set(listNames(/(--[\w-]+)\s*:/g))
  expect(listNames(/var\((--[\w-]+)\)/g).filter((name) => !defined.has(name))).toEqual([])
})

describe('a theme', () => {
  it.each([
    ['', ''],
    ['theme:\n  masthead: centre\n', ''],
    [
      'theme:\n  colours:\n    accent: { light: "#8A1538", dark: "#ffb3c7" }\n',
      ':root{--accent:light-dark(#8a1538,#ffb3c7)}',
    ],
    [
      'theme:\n  sections:\n    sport: { light: "#0b5e2b", dark: "#7fd69b" }\n',
      '[data-section="sport"]{--accent:light-dark(#0b5e2b,#7fd69b)}',
    ],
    [
      'theme:\n  fonts: { text: sans }\n',
      ':root{--font-text:system-ui,"Segoe UI","Noto Sans",sans-serif;--font-caps:var(--font-text);--caps-size:.8125rem}',
    ],
  ])('%j is printed as %j', (text, css) => {
    expect(read(text)).toEqual({ css, problems: [] })
  })

  it.each([
    [
      'theme:\n  colours:\n    accent: { light: "#ff7700", dark: "#ff8dbb" }\n',
      'theme.colours.accent: accent on paper cannot be read in the light: #ff7700 on #fbfcfb has a contrast of 2.6, WCAG AA asks for 4.5',
    ],
    [
      'theme:\n  colours:\n    paper: { light: "#fbfcfb", dark: "#777777" }\n',
      'theme.colours.paper: ink on paper cannot be read in the dark: #e4ebec on #777777 has a contrast of 3.7, WCAG AA asks for 4.5',
    ],
    [
      'theme:\n  sections:\n    sport: { light: "#0b5e2b", dark: "#0b5e2b" }\n',
      'theme.sections.sport: the accent of sport on paper cannot be read in the dark: #0b5e2b on #0b151b has a contrast of 2.3, WCAG AA asks for 4.5',
    ],
    [
      'theme:\n  colours:\n    accent: red\n',
      'theme.colours.accent: a colour such as "#a01355", or one for light: and one for dark:',
    ],
  ])('%j is refused with a reason', (text, reason) => {
    const { css, problems } = read(text)
    expect(problems).toContain(reason)
    expect(css).toBe('')
  })

  it('lets nothing into the page that is no colour', () => {
    const { css, problems } = read('theme:\n  sections:\n    "x\\"]{}</style>": "#000000"\n')
    expect(css).toBe('')
    expect(problems).toHaveLength(1)
  })
})
