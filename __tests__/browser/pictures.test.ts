import type { Page } from 'playwright-core'
import { describeInBrowser, setUpBrowser } from '../support/browser.ts'
import { makeJpeg } from '../support/hostile-pictures.ts'
import { PAGE_TYPES } from '../support/page-types.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import { setUpSharedSite } from '../support/shared-sites.ts'
import { startSite } from '../support/site-server.ts'

const SCREENS = [
  { width: 360, height: 740, deviceScaleFactor: 3 },
  { width: 768, height: 1024, deviceScaleFactor: 2 },
  { width: 1280, height: 800, deviceScaleFactor: 1 },
]

/** Of the layout shift score: what every tool prints as 0.000. A slow machine's late frame makes it 0.0002 at times. */
const MAX_SHIFT = 0.001

type Shift = { value: number; moved: string }

/**
 * Pictures that stand far wider or narrower than their `sizes` say, as `file: said, true`. A picture chosen by `sizes` has
 * what they say as its natural width.
 */
function listWrongSizes(): string[] {
  return [...document.querySelectorAll<HTMLImageElement>('picture img')]
    .map((image) => ({
      file: image.currentSrc,
      said: image.naturalWidth,
      true: image.getBoundingClientRect().width,
    }))
    .filter((picture) => picture.said > 1.45 * picture.true || picture.said < 0.85 * picture.true)
    .map((picture) => `${picture.file}: ${picture.said}, ${picture.true}`)
}

type Seen = { src: string; alt: string | null; natural: [number, number]; box: [number, number] }

jest.setTimeout(240_000)

describeInBrowser('pictures in a browser', () => {
  const site = setUpSharedSite('local')
  const browser = setUpBrowser()

  /** A page that notes what moves in it. */
  async function openPage(screen: (typeof SCREENS)[number]): Promise<Page> {
    const { deviceScaleFactor, ...viewport } = screen
    const page = await browser.newPage({ viewport, deviceScaleFactor })
    await page.addInitScript(() => {
      const shifts: { value: number; moved: string }[] = []
      Object.assign(window, { shifts })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if ('value' in entry && 'sources' in entry)
            shifts.push({ value: Number(entry.value), moved: describeSources(entry.sources) })
        }
      }).observe({ type: 'layout-shift', buffered: true })

      /** Each node that moved with where it was and is, for whoever reads that the test failed. */
      function describeSources(sources: unknown): string {
        if (!Array.isArray(sources)) return ''
        return sources
          .map(({ node, previousRect, currentRect }) => {
            const text = node instanceof Node ? `${node.nodeName} ${node.textContent?.slice(0, 40)}` : 'gone'
            return `${text}: ${JSON.stringify(previousRect)} to ${JSON.stringify(currentRect)}`
          })
          .join('; ')
      }
    })
    return page
  }

  /** Goes to a page and reads it to its end. */
  async function readPage(page: Page, path: string): Promise<void> {
    await page.goto(site.url + path, { waitUntil: 'load' })
    await page.evaluate(async () => {
      for (let top = 0; top < document.body.scrollHeight; top += innerHeight / 2) {
        scrollTo({ top, behavior: 'instant' })
        do await new Promise(requestAnimationFrame)
        while ([...document.images].some(isAwaited))
        await new Promise(requestAnimationFrame)
      }

      /** Whether a picture on the screen is still coming: only what moves on the screen counts as a shift. */
      function isAwaited(image: HTMLImageElement): boolean {
        const { top, bottom, width } = image.getBoundingClientRect()
        return !image.complete && width > 0 && bottom > 0 && top < innerHeight
      }
    })
    await page.waitForFunction(() => [...document.images].every((image) => image.complete), null, {
      timeout: 120_000,
    })
  }

  const listPictures = (page: Page): Promise<Seen[]> =>
    page.evaluate(() =>
      Promise.all(
        [...document.images].map(async (image) => {
          const file = new Image()
          file.src = image.currentSrc
          await file.decode()
          const { width, height } = image.getBoundingClientRect()
          return {
            src: image.currentSrc,
            alt: image.getAttribute('alt'),
            natural: [file.naturalWidth, file.naturalHeight] satisfies [number, number],
            box: [width, height] satisfies [number, number],
          }
        }),
      ),
    )

  describe.each(SCREENS)('$width pixels wide', (screen) => {
    it.each(PAGE_TYPES)(
      '%s: nothing moves, nothing is larger than it need be, everything has its words',
      async (_kind, path) => {
        const page = await openPage(screen)
        await readPage(page, path)
        const pictures = await listPictures(page)
        const isTooLarge = ({ natural, box }: Seen) =>
          natural.some((side, place) => side > 1.5 * (box[place] ?? 0) * screen.deviceScaleFactor + 1)
        expect(pictures.filter(isTooLarge)).toEqual([])
        expect(pictures.filter(({ alt }) => alt === null)).toEqual([])
        const shifts: Shift[] = await page.evaluate(() => Reflect.get(window, 'shifts'))
        const score = shifts.reduce((sum, { value }) => sum + value, 0)
        expect(score < MAX_SHIFT ? [] : shifts).toEqual([])
        await page.close()
      },
    )
  })

  it.each([320, 414, 600, 768, 900, 1024, 1100, 1200, 1366, 1920])(
    'says how wide each picture stands, on a screen of %i pixels',
    async (width) => {
      const wrong: string[] = []
      const page = await openPage({ width, height: 800, deviceScaleFactor: 1 })
      for (const path of ['/', '/posts/ferry-returns', '/sections/harbour']) {
        await readPage(page, path)
        expect(await page.locator('picture img').count()).toBeGreaterThan(1)
        wrong.push(...(await page.evaluate(listWrongSizes)))
      }
      await page.close()
      expect(wrong).toEqual([])
    },
  )

  it('fetches the lead picture first, and once', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const asked: string[] = []
    page.on('request', (request) => request.resourceType() === 'image' && asked.push(request.url()))
    await page.goto(`${site.url}/posts/ferry-returns`, { waitUntil: 'load' })
    const lead = await page
      .locator('.lead-figure img')
      .evaluate((image: HTMLImageElement) => image.currentSrc)
    expect(lead).toMatch(/\.avif$/)
    expect(asked[0]).toBe(lead)
    expect(asked.filter((url) => url === lead)).toHaveLength(1)
    await page.close()
  })

  it('opens a gallery’s picture large, by keyboard, without JavaScript', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } })
    await page.goto(`${site.url}/posts/gallery-month`, { waitUntil: 'load' })
    const links = page.locator('.gallery a.enlarge')
    expect(await links.count()).toBeGreaterThan(1)
    expect(await page.locator('.gallery figcaption').count()).toBe(await links.count())
    await links.first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/media\/p\/[0-9a-f]{20}\/\d+\.webp$/)
    await page.goBack()
    expect(new URL(page.url()).pathname).toBe('/posts/gallery-month')
    await page.close()
  })

  it('holds the place of a picture that cannot be had, and says what it would show', async () => {
    const body =
      '![Near](/media/near.jpg "The near one")\n![The far pier](https://pictures.invalid/far.jpg "The far one")\n'
    const own = createPaper({ 'posts/far.md': toPostText({ title: 'Far' }, body) })
    own.write('media/near.jpg', await makeJpeg(900, 600))
    const other = await startSite(own)
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(`${other.url}/posts/far`, { waitUntil: 'load' })
    const near = await page.locator('.gallery img').boundingBox()
    const far = await page.locator('.gallery .picture-awaited').boundingBox()
    expect(far).toMatchObject({ y: near?.y, width: near?.width, height: near?.height })
    expect(await page.getByRole('img', { name: 'The far pier' }).count()).toBe(1)
    const words = await page
      .locator('.picture-awaited')
      .evaluate((frame) => getComputedStyle(frame, '::after').content)
    expect(words).toBe('"The far pier"')
    await page.close()
    await other.stop()
    own.close()
  })
})
