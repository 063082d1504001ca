import type { Page } from 'playwright-core'
import { setUpBrowsing } from '../support/browse.ts'
import { describeInBrowser } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { readFontPackage } from '../support/fonts.ts'
import { measureShift } from '../support/measure-shift.ts'
import { createPaper, toPostText } from '../support/paper.ts'

const BODY = 'The tide came in, *slowly*, and **all at once**.\n'

function openPaper(fonts: string) {
  const paper = createPaper({
    'site.yaml': `name: The Packet\ntheme:\n  fonts:\n${fonts}`,
    'posts/tide.md': toPostText({ title: 'High water' }, BODY),
  })
  paper.write('fonts/text.woff2', readFontPackage('noto-serif-latin-400-normal'))
  paper.write('fonts/head.woff2', readFontPackage('gowun-batang-latin-700-normal'))
  return paper
}

/** The families of fonts that the page brought, and that an element's letters are set in. */
async function listFamilies(page: Page, selector: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument', { depth: -1 })
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
  await session.detach()
  return fonts.filter(({ isCustomFont }) => isCustomFont).map(({ familyName }) => familyName)
}

/** A font that comes too late for one visit is there for the next. */
async function readFamilies(page: Page): Promise<string[][]> {
  const seen: string[][] = []
  await eventually(async () => {
    await page.reload({ waitUntil: 'load' })
    seen.splice(0)
    for (const selector of ['h1', '.prose em', '.prose strong']) seen.push(await listFamilies(page, selector))
    if (!seen.every(([family = '']) => /Vollkorn|Noto|Gowun/.test(family)))
      throw new Error(JSON.stringify(seen))
  })
  return seen
}

describeInBrowser('a paper with fonts of its own', () => {
  const { open } = setUpBrowsing(() =>
    openPaper('    text: fonts/text.woff2\n    display: fonts/head.woff2\n'),
  )

  it('is set in them, bold words in the font of headlines', async () => {
    expect(await open('/posts/tide', {}, readFamilies)).toEqual([
      ['Gowun Batang'],
      ['Noto Serif'],
      ['Gowun Batang'],
    ])
  })

  it.each([360, 1280])('does not move when they come, at %d pixels', async (width) => {
    expect(
      await open('/posts/tide', { viewport: { width, height: 800 } }, (page) => measureShift(page, false)),
    ).toBe(0)
  })
})

describeInBrowser('a paper with a font of its own for headlines', () => {
  const { open } = setUpBrowsing(() => openPaper('    display: fonts/head.woff2\n'))

  it('sets the bold words of the built-in text in it', async () => {
    expect(await open('/posts/tide', {}, readFamilies)).toEqual([
      ['Gowun Batang'],
      ['Vollkorn'],
      ['Gowun Batang'],
    ])
  })
})
