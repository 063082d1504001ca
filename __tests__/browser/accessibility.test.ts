import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { setUpBrowsing } from '../support/browse.ts'
import { describeInBrowser } from '../support/browser.ts'
import { PAGE_TYPES } from '../support/page-types.ts'
import { openSamplePaper } from '../support/sample-paper.ts'
import { openTranslatedPaper } from '../support/translated-paper.ts'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const VIEWS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [360, 1280].map((width) => ({ colorScheme, width })),
)

/** What axe-core finds wrong, as `rule: selector`, and what it could not decide about contrast. */
async function listViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async (values) => {
    const { violations } = await Reflect.get(window, 'axe').run({ runOnly: { type: 'tag', values } })
    return violations.flatMap(({ id, nodes }: { id: string; nodes: { target: string[] }[] }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    )
  }, RULES)
}

describeInBrowser.each([
  ['left to right', openSamplePaper],
  ['right to left', () => openTranslatedPaper('ar')],
])('a paper printed %s', (_direction, openPaper) => {
  const open = setUpBrowsing(openPaper)

  describe.each(PAGE_TYPES)('%s', (_kind, path) => {
    it.each(VIEWS)(
      'has no violation in the $colorScheme at $width pixels',
      async ({ colorScheme, width }) => {
        const view = { colorScheme, viewport: { width, height: 800 } }
        expect(await open(path, view, listViolations)).toEqual([])
      },
    )
  })
})
