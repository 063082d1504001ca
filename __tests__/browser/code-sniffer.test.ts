import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { setUpBrowsing } from '../support/browse.ts'
import { describeInBrowser } from '../support/browser.ts'
import { FULL_MISSING_PAGE, FULL_PAGES } from '../support/full-paper.ts'
import { PAGE_TYPES } from '../support/page-types.ts'

/** HTML_CodeSniffer, which finds other things than axe: one width, light and dark. */

const sniffer = readFileSync('node_modules/html_codesniffer/build/HTMLCS.js', 'utf8')
const SCREEN = { width: 1024, height: 800 }

/** Its errors by WCAG 2 AA in the light and in the dark, as `code: markup`. Its warnings and notices are questions to a person. */
async function listErrors(page: Page): Promise<string[]> {
  await page.setViewportSize(SCREEN)
  await page.evaluate(sniffer)
  const errors: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    errors.push(...(await page.evaluate(runSniffer)))
  }
  return errors
}

async function runSniffer(): Promise<string[]> {
  const checker = Reflect.get(window, 'HTMLCS')
  await new Promise((resolve, reject) => checker.process('WCAG2AA', document, resolve, reject))
  return checker
    .getMessages()
    .filter(({ type }: { type: number }) => type === checker.ERROR)
    .map(
      ({ code, element }: { code: string; element: Element }) =>
        `${code}: ${element.outerHTML.slice(0, 100)}`,
    )
}

describeInBrowser('the sample paper', () => {
  const { visit } = setUpBrowsing('sample')

  it.each(PAGE_TYPES)('has no error in %s', async (_kind, path) => {
    expect(await visit(path, listErrors)).toEqual([])
  })

  it('would have one', async () => {
    const addPicture = async (page: Page) => {
      await page.evaluate(() => document.body.append(document.createElement('img')))
      return listErrors(page)
    }
    const found = 'WCAG2AA.Principle1.Guideline1_1.1_1_1.H37: <img>'
    expect(await visit('/about', addPicture)).toEqual([found, found])
  })
})

describeInBrowser('a paper with one of everything', () => {
  const { visit } = setUpBrowsing('full')

  it.each([...FULL_PAGES, FULL_MISSING_PAGE])('has no error in %s', async (path) => {
    expect(await visit(path, listErrors)).toEqual([])
  })
})
