import { globSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { setUpBrowsing } from '../support/browse.ts'
import { describeInBrowser } from '../support/browser.ts'
import { FULL_PAGES } from '../support/full-paper.ts'
import { PAGE_TYPES } from '../support/page-types.ts'

/** A page has the rules of its elements and no others: neither may what it leaves out, nor a sheet it does not import, be missed. */

const sheets = globSync('.next/static/chunks/*.css').map((file) => readFileSync(file, 'utf8'))

/** The selectors of rules that the page has elements for and does not have. */
function listMissing(page: Page): Promise<string[]> {
  return page.evaluate((texts) => {
    const list = (rules: CSSRuleList, around: string): [rule: string, selector: string][] =>
      [...rules].flatMap((rule) => {
        const group = rule instanceof CSSGroupingRule ? rule.cssText.slice(0, rule.cssText.indexOf('{')) : ''
        if (rule instanceof CSSStyleRule) return [[around + rule.cssText, rule.selectorText]]
        return rule instanceof CSSGroupingRule ? list(rule.cssRules, around + group) : []
      })
    const own = new Set(
      [...document.styleSheets].flatMap(({ cssRules }) => list(cssRules, '')).map(([rule]) => rule),
    )
    const whole = texts.map((text) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(text)
      return sheet
    })
    // What a state of an element or a part of it needs, the element needs.
    const toElement = (selector: string) =>
      selector.replace(
        /::[\w-]+|:(?:hover|focus|focus-visible|active|visited|target|checked|empty)(?![\w-])/g,
        '',
      )
    const isMet = (selector: string) => document.querySelector(`:is(${toElement(selector)})`) !== null
    return whole
      .flatMap(({ cssRules }) => list(cssRules, ''))
      .filter(([rule, selector]) => !own.has(rule) && isMet(selector))
      .map(([, selector]) => selector)
  }, sheets)
}

describeInBrowser('the rules in the pages of the sample paper', () => {
  const { visit } = setUpBrowsing('sample')

  it.each(PAGE_TYPES)('are all that %s has elements for', async (_kind, path) => {
    expect(await visit(path, listMissing)).toEqual([])
  })

  it('would be missed', async () => {
    const addTable = async (page: Page) => {
      await page.evaluate(() =>
        document.querySelector('.prose')?.insertAdjacentHTML('beforeend', '<table><tr><td>'),
      )
      return listMissing(page)
    }
    expect(await visit('/about', addTable)).toContain('.prose :is(th, td)')
  })
})

describeInBrowser('the rules in a paper with one of everything', () => {
  const { visit } = setUpBrowsing('full')

  it.each(FULL_PAGES)('are all that %s has elements for', async (path) => {
    expect(await visit(path, listMissing)).toEqual([])
  })
})
