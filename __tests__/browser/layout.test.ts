import type { Page } from 'playwright-core'
import { setUpBrowsing } from '../support/browse.ts'
import { describeInBrowser } from '../support/browser.ts'
import { measureShift } from '../support/measure-shift.ts'
import { PAGE_TYPES } from '../support/page-types.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import { openTranslatedPaper } from '../support/translated-paper.ts'

/** 320 pixels, and 1280 pixels at 200 %. */
const NARROW_WIDTHS = [320, 640]

/** By how many pixels the page is wider than its screen, at each narrow width. */
async function listOverflows(page: Page): Promise<number[]> {
  const overflows: number[] = []
  for (const width of NARROW_WIDTHS) {
    await page.setViewportSize({ width, height: 700 })
    overflows.push(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    )
  }
  return overflows
}

describeInBrowser.each([
  ['left to right', 'sample' as const],
  ['right to left', () => openTranslatedPaper('he')],
])('a paper printed %s', (_direction, openPaper) => {
  const { open, visit } = setUpBrowsing(openPaper)

  it.each(PAGE_TYPES)(
    '%s fits 320 pixels, and 1280 at 200 %%, without scrolling sideways',
    async (_kind, path) => {
      expect(await visit(path, listOverflows)).toEqual([0, 0])
    },
  )

  it.each(['/', '/posts/ferry-returns', '/sections/harbour', '/archive'])(
    'nothing moves on %s',
    async (path) => {
      const view = { viewport: { width: 412, height: 823 }, reducedMotion: 'reduce' as const }
      expect(await open(path, view, (page) => measureShift(page, true))).toBe(0)
    },
  )
})

/** How much of a page moves when it comes in two parts, the second, from `mark` on, after the first was painted. */
async function measureShiftBetweenParts(page: Page, mark: RegExp): Promise<number> {
  return page.evaluate(async (begin) => {
    const html = await (await fetch(location.href)).text()
    const cut = html.search(begin)
    if (cut === -1) throw new Error(`The page has no ${begin}`)
    const wait = () => new Promise((resolve) => setTimeout(resolve, 300))
    let shift = 0
    document.open()
    document.write(html.slice(0, cut))
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += Number(Reflect.get(entry, 'value'))
    }).observe({ type: 'layout-shift', buffered: false })
    await wait()
    document.write(html.slice(cut))
    document.close()
    await wait()
    return shift
  }, mark)
}

describeInBrowser('a page that comes in parts', () => {
  const { open } = setUpBrowsing('sample')
  const measure = (path: string, width: number, mark: RegExp, height = 800) =>
    open(path, { viewport: { width, height } }, (page) => measureShiftBetweenParts(page, mark))

  it.each([412, 1100, 1280])('the front page is laid out as it will stand, at %i pixels', async (width) => {
    expect(await measure('/', width, /<div class="front-seconds"/)).toBe(0)
  })

  it.each(
    ['/', '/posts/ferry-returns', '/search?q=ferry', '/archive', '/posts/none'].flatMap((path) =>
      [412, 768, 1280].map((width) => [path, width] as const),
    ),
  )('%s has the masthead that it will have, at %i pixels', async (path, width) => {
    expect(await measure(path, width, /<\/header>/)).toBe(0)
  })

  const FERRY = '/posts/ferry-returns'
  it.each([
    ['/', 'the picture of its lead', /<picture/],
    ['/', 'the second card of a section', /(?<="block-main"(?:(?!<\/article>).)*<\/article>)<article/s],
    ['/', 'the picture of a section’s first card', /(?<="block-main"(?:(?!<\/article>).)*)<picture/s],
    ['/sections/harbour', 'the picture of its first story', /<picture/],
    [FERRY, 'the picture of a story below it', /(?<="related-stories block".*)<picture/s],
  ])('%s lays its words out as they will stand beside %s', async (path, _what, mark) => {
    for (const width of [412, 600, 768, 1280])
      expect({ width, shift: await measure(path, width, mark, 8_000) }).toEqual({ width, shift: 0 })
  })
})

describeInBrowser('a story that was first printed elsewhere', () => {
  const { open } = setUpBrowsing(() =>
    createPaper({
      'posts/tide.md': toPostText({ title: 'Tide', canonical: 'https://other.example/2026/tide/' }),
      'posts/ebb.md': toPostText({ title: 'Ebb' }),
    }),
  )

  it('has the masthead of a story, and not that of the front page', async () => {
    const readSize = (path: string) =>
      open(path, {}, (page) =>
        page.evaluate(
          () => getComputedStyle(document.querySelector('.masthead-name') ?? document.body).fontSize,
        ),
      )
    const [tide, ebb, front] = [
      await readSize('/posts/tide'),
      await readSize('/posts/ebb'),
      await readSize('/'),
    ]
    expect(tide).toBe(ebb)
    expect(tide).not.toBe(front)
  })
})

describeInBrowser('a paper of one story without a picture', () => {
  const { open } = setUpBrowsing(() =>
    createPaper({
      'posts/tide.md': toPostText({ title: 'High water', section: 'News', author: 'Ada Quill' }),
    }),
  )

  it.each([320, 768, 1280, 1920])('sets its words one below the other at %i pixels', async (width) => {
    const edges = await open('/', { viewport: { width, height: 900 } }, (page) =>
      page.evaluate(() =>
        ['.kicker', '.card-headline', '.card-standfirst', '.card-line'].map((part) => {
          const { top, bottom } = document.querySelector(`.card-lead ${part}`)?.getBoundingClientRect() ?? {}
          return [top, bottom].map((edge) => Math.round(edge ?? 0))
        }),
      ),
    )
    expect(edges.flat()).toEqual(edges.flat().toSorted((a, b) => a - b))
  })
})

describeInBrowser('a front page with one story left over', () => {
  const { open } = setUpBrowsing(() =>
    createPaper(
      Object.fromEntries(
        Array.from({ length: 15 }, (_, at) => [
          `posts/story-${at}.md`,
          toPostText({ title: `Story ${at}`, date: `2026-01-${at + 10}T08:00:00Z` }),
        ]),
      ),
    ),
  )

  it('gives it the row, larger than in a column of it', async () => {
    const [card = 0, row = 0] = await open('/', { viewport: { width: 1280, height: 800 } }, (page) =>
      page.evaluate(() =>
        ['.block-row > .card:only-child', '.block-row'].map(
          (part) => document.querySelector(part)?.getBoundingClientRect().width ?? 0,
        ),
      ),
    )
    expect(row).toBeGreaterThan(900)
    expect(card).toBeGreaterThan(row / 2)
  })
})

describeInBrowser('on paper', () => {
  const { open } = setUpBrowsing('sample')

  it('a story is printed without what only a screen can do, and with the addresses of its links', async () => {
    await open('/posts/kettle-sand', {}, async (page) => {
      await page.emulateMedia({ media: 'print' })
      for (const gone of ['.masthead-nav', '.toc-menu', '.share', '.article-onward']) {
        expect(await page.locator(gone).first().isVisible()).toBe(false)
      }
      expect(await page.locator('h1').isVisible()).toBe(true)
      expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-')
    })
  })
})

describeInBrowser('a picture of the whole page', () => {
  const { open } = setUpBrowsing('sample')

  it.each(['/', '/posts/kettle-sand'])('of %s has nothing left out below the screen', async (path) => {
    await open(path, { viewport: { width: 412, height: 823 } }, async (page) => {
      const left = await page.evaluate(
        () =>
          [...document.querySelectorAll('main a, .colophon a')].filter(
            (link) => !link.checkVisibility({ contentVisibilityAuto: true }),
          ).length,
      )
      expect(left).toBe(0)
    })
  })
})
