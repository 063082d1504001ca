import { describeInBrowser, setUpBrowser } from '../support/browser.ts'
import { MAIN_PAGES } from '../support/page-types.ts'
import { setUpSharedSite } from '../support/shared-sites.ts'

describeInBrowser('in Chromium', () => {
  const site = setUpSharedSite('local')
  const browser = setUpBrowser()

  it.each(MAIN_PAGES)('%s breaks no policy and logs no error', async (path) => {
    const page = await browser.newPage()
    const said: string[] = []
    page.on('console', (message) => {
      const isOfStatus = message.text().includes('status of 404')
      if (/error|warning/.test(message.type()) && !isOfStatus) said.push(message.text())
    })
    page.on('pageerror', (error) => said.push(error.message))
    await page.goto(site.url + path, { waitUntil: 'load' })
    expect(said).toEqual([])
    await page.close()
  })

  /** What a reader meets (by the accessibility tree), but for buttons that only scripts can answer and their places, and where it stands. */
  async function look(path: string, javaScriptEnabled: boolean) {
    const context = await browser.newContext({ javaScriptEnabled, reducedMotion: 'reduce' })
    // Faces are optional: whether one comes in time is chance, and not the scripts' doing.
    await context.route(/\.woff2$/, (route) => route.abort())
    const page = await context.newPage()
    await page.goto(site.url + path, { waitUntil: 'load' })
    const tree = await page.locator('body').ariaSnapshot()
    const words = tree.split('\n').filter((line) => !/^\s*- (?:button\b|listitem:?$)/.test(line))
    // With scripts the parts below the screen are laid out when nothing else is to do, without them when they are neared.
    await page.locator('body *').evaluateAll((elements) => {
      for (const element of elements)
        if (element instanceof HTMLElement) element.style.contentVisibility = 'visible'
    })
    const boxes = await page.locator('main :is(h1, h2, h3, p, img), footer').evaluateAll((elements) =>
      elements.map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        return `${element.tagName} ${[x, y, width, height].map(Math.round).join(' ')}`
      }),
    )
    await context.close()
    return { words, boxes }
  }

  it.each(MAIN_PAGES)('%s looks and reads the same with and without scripts', async (path) => {
    const [withScripts, without] = [await look(path, true), await look(path, false)]
    expect(withScripts.boxes.length).toBeGreaterThan(1)
    expect(without).toEqual(withScripts)
  })

  it('the speculation rules are read, and nothing of the framework is asked for', async () => {
    const page = await browser.newPage()
    const paths: string[] = []
    page.on('request', (request) => paths.push(new URL(request.url()).pathname))
    await page.goto(`${site.url}/`, { waitUntil: 'load' })
    expect(await page.evaluate(() => HTMLScriptElement.supports('speculationrules'))).toBe(true)
    expect(paths.filter((path) => path.startsWith('/_next/'))).toEqual([])
    await page.close()
  })
})
