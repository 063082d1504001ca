import type { Browser, Page } from 'playwright-core'
import { describeInBrowser, setUpBrowser } from '../support/browser.ts'
import { setUpSharedSite } from '../support/shared-sites.ts'

describeInBrowser('reading the sample paper in a browser', () => {
  const site = setUpSharedSite('local')
  const browser = setUpBrowser()

  async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}) {
    const page = await browser.newPage(options)
    const faults: string[] = []
    const foreign: string[] = []
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('request', (request) => !request.url().startsWith(site.url) && foreign.push(request.url()))
    await page.goto(site.url + path, { waitUntil: 'load' })
    return { page, faults, foreign }
  }

  const getWidth = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

  it.each(['without', 'with'])('leads from the front page to a story, %s JavaScript', async (word) => {
    const { page } = await open('/', { javaScriptEnabled: word === 'with' })
    const lead = page.locator('main h2 a').first()
    const headline = (await lead.textContent()) ?? ''
    await lead.click()
    await page.waitForURL(/\/posts\//)
    expect(await page.locator('h1').textContent()).toBe(headline)
    await page.close()
  })

  it.each([
    '/',
    '/posts/surge-staithe-wall',
    '/posts/budget-in-figures',
    '/sections/harbour',
    '/archive',
    '/about',
  ])('%s has no faults, asks no other server, and fits 320 pixels', async (path) => {
    const { page, faults, foreign } = await open(path, { viewport: { width: 320, height: 640 } })
    expect(faults).toEqual([])
    expect(foreign).toEqual([])
    expect(await getWidth(page)).toBeLessThanOrEqual(320)
    await page.close()
  })

  it('sets a right-to-left story and its document right to left, and the paper around it left to right', async () => {
    const { page } = await open('/posts/arabic-reading-shelf')
    const directions = await page.evaluate(() =>
      ['html', 'article', 'article h1', 'footer'].map((selector) => {
        const element = document.querySelector(selector)
        return element === null ? 'none' : getComputedStyle(element).direction
      }),
    )
    expect(directions).toEqual(['rtl', 'rtl', 'rtl', 'ltr'])
    await page.close()
  })

  it('helps a reader who went astray', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false })
    const response = await page.goto(`${site.url}/posts/never-printed`)
    expect(response?.status()).toBe(404)
    await page.getByRole('link', { name: 'Turn to the front page' }).click()
    expect(new URL(page.url()).pathname).toBe('/')
    await page.close()
  })
})
