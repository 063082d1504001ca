import { setUpBrowsing } from '../support/browse.ts'
import { describeInBrowser } from '../support/browser.ts'
import { createPaper, toPostText } from '../support/paper.ts'

describeInBrowser('searching', () => {
  const { open } = setUpBrowsing(() =>
    createPaper({
      'posts/lighthouse.md': toPostText({ title: 'Lighthouse <i>opens</i>' }, 'The lamp is lit.\n'),
      'posts/lights.md': toPostText({ title: 'Lights on the quay' }, 'The lamps are lit.\n'),
      'posts/manara.md': toPostText({ title: 'افتتاح المنارة', language: 'ar' }, 'افتتحت المنارة.\n'),
      'posts/other.md': toPostText({ title: 'Bakers meet' }, 'In the hall.\n'),
    }),
  )
  const suggested = '.search-suggestions a'
  const box = '#search-words'

  it('suggests stories while words are typed, which the keyboard reaches and Escape puts away', async () => {
    await open('/search', {}, async (page) => {
      await page.locator(box).pressSequentially('lig')
      await page.locator(suggested).nth(1).waitFor()
      expect((await page.locator(suggested).allTextContents()).toSorted()).toEqual([
        'Lighthouse opens',
        'Lights on the quay',
      ])
      await page.keyboard.press('Escape')
      expect(await page.locator(suggested).first().isVisible()).toBe(false)
      await page.locator(box).pressSequentially('hth')
      await page.locator(suggested).first().waitFor()
      await page.locator(suggested).first().click()
      await page.waitForURL(/\/posts\/lighthouse$/)
    })
  })

  it('suggests in the language and direction of a story, and nothing where nothing is', async () => {
    await open('/archive', {}, async (page) => {
      await page.locator(box).pressSequentially('المن')
      const link = page.locator(suggested).first()
      await link.waitFor()
      expect(
        await link.evaluate((element) => [element.getAttribute('lang'), getComputedStyle(element).direction]),
      ).toEqual(['ar', 'rtl'])
      await page.locator(box).fill('qqqqqq')
      await page.waitForFunction(() => document.querySelector<HTMLElement>('.search-suggestions')?.hidden)
    })
  })

  it.each([
    ['with', true],
    ['without', false],
  ])('finds %s JavaScript', async (_, javaScriptEnabled) => {
    await open('/', { javaScriptEnabled, viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.locator('.masthead-search input').fill('lighthouse')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/search\?q=lighthouse$/)
      expect(await page.locator('h1').textContent()).toBe('1 story found')
      expect(await page.locator(box).inputValue()).toBe('lighthouse')
    })
  })

  it.each([
    [360, '/', { link: true, box: false }],
    [1280, '/', { link: false, box: true }],
    [1280, '/search', { link: true, box: false }],
  ])('has a way to search in the masthead at %i pixels on %s', async (width, path, shown) => {
    await open(path, { viewport: { width, height: 800 } }, async (page) => {
      const isVisible = (selector: string) => page.locator(`.masthead-search ${selector}`).isVisible()
      expect({ link: await isVisible('a'), box: await isVisible('input') }).toEqual(shown)
    })
  })

  it('offers the words of an address where nothing is', async () => {
    await open('/2014/06/30/lighthouse-opens.html', {}, async (page) => {
      await page.locator('.search-form button').click()
      await page.waitForURL(/\/search\?q=lighthouse\+opens$/)
      expect(await page.locator('h1').textContent()).toBe('1 story found')
    })
  })
})
