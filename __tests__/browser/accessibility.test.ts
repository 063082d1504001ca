import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { toPreviewPath } from '#lib/routes/preview-path.ts'
import { setUpBrowsing } from '../support/browse.ts'
import { describeInBrowser } from '../support/browser.ts'
import { PAGE_TYPES } from '../support/page-types.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import { openTranslatedPaper } from '../support/translated-paper.ts'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const VIEWS = [360, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ colorScheme, width })),
)

/**
 * What axe-core finds wrong in each view of a page, as `colours, width: rule: selector`. All of the page is laid out: axe
 * cannot measure what is not, as else what is far below the screen. One page serves all views: to load it and axe takes
 * longer than to look.
 */
async function listViolations(page: Page): Promise<string[]> {
  await page.evaluate(`${axe}; undefined`)
  await page.evaluate(layOutAll)
  const violations: string[] = []
  for (const { width, colorScheme } of VIEWS) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 800 })
    await page.evaluate(() => new Promise(requestAnimationFrame))
    const found = await page.evaluate(runAxe, RULES)
    violations.push(...found.map((violation) => `${colorScheme}, ${width} pixels: ${violation}`))
  }
  return violations
}

/** Runs in the page. */
function layOutAll(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { content-visibility: visible !important }')
  document.adoptedStyleSheets = [sheet]
}

/** Runs in the page. */
async function runAxe(rules: string[]): Promise<string[]> {
  const options = { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] }
  const { violations } = await Reflect.get(window, 'axe').run(options)
  return violations.flatMap(({ id, nodes }: { id: string; nodes: { target: string[] }[] }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  )
}

describeInBrowser.each([
  ['left to right', 'sample' as const],
  ['right to left', () => openTranslatedPaper('ar')],
])('a paper printed %s', (_direction, openPaper) => {
  const { visit } = setUpBrowsing(openPaper)

  it.each(PAGE_TYPES)(
    '%s has no violation in the light and the dark, narrow and wide',
    async (_kind, path) => {
      expect(await visit(path, listViolations)).toEqual([])
    },
  )
})

const PREVIEW_SECRET = 'a secret of the newsroom'
const TOMORROW = new Date(Date.now() + 86_400_000)

/** What the sample paper has nothing of on an ordinary day, in colours of a publisher's own. */
function openBusyPaper(language: string) {
  return createPaper({
    'site.yaml': `name: The Post\nlanguage: ${language}\nbreaking: { text: The harbour is closed, until: "${TOMORROW.toISOString()}" }\ntheme: { colours: { accent: { light: "#0b5345", dark: "#7fdcc3" } } }\n`,
    'posts/film.md': toPostText(
      { title: '“Seen”', breaking: 'true', date: new Date().toISOString() },
      '> “Seen.”\n\nSeen.[^1]\n\n## A\n\n## B\n\n## C\n\n## D\n\nhttps://youtu.be/Tides_2026a\n\n- [x] done\n\n[^1]: By *all*.\n',
    ),
    'posts/live.md': toPostText(
      { title: 'Flood', date: new Date(Date.now() - 3_600_000).toISOString(), type: 'live' },
      'All.\n\n## 18:00 Known {pin}\n\nAll.\n\n## 18:05 One {key} {by: Ada Quill}\n\nOne.\n\n## 18:10 Two {updated: 18:20} {correction: Not three.}\n\nTwo.\n',
    ),
    'posts/old.md': toPostText({
      date: '2020-05-01',
      corrections: '[{date: 2020-05-02, text: It was Monday.}]',
    }),
    'posts/draft.md': toPostText({ title: 'Half written', draft: 'true' }),
  })
}

describeInBrowser.each(['en', 'he'])('a busy paper in %s', (language) => {
  const { visit } = setUpBrowsing(() => openBusyPaper(language), { PREVIEW_SECRET })

  it.each([
    ['the breaking strip', '/'],
    ['a film, notes and a pull quote', '/posts/film'],
    ['a story that is live', '/posts/live'],
    ['an old story with a correction', '/posts/old'],
    ['the corrections, without any words of the editors’', '/corrections'],
    ['a preview', toPreviewPath('draft', TOMORROW, PREVIEW_SECRET)],
  ])('%s: no violation in the light and the dark, narrow and wide', async (_kind, path) => {
    expect(await visit(path, listViolations)).toEqual([])
  })
})
