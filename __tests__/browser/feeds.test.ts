import { setUpBrowsing } from '../support/browse.ts'
import { describeInBrowser } from '../support/browser.ts'
import { openSamplePaper } from '../support/sample-paper.ts'

describeInBrowser('a person who opens a feed', () => {
  const open = setUpBrowsing(openSamplePaper)

  it.each(['/feed.xml', '/sections/harbour/feed.xml'])('sees a page of stories at %s', async (path) => {
    await open(path, {}, async (page) => {
      expect(await page.title()).toMatch(/The Saltmarsh Packet$/)
      expect(await page.getByText('This is a feed.').isVisible()).toBe(true)
      const story = page.locator('li h2 a').first()
      const href = await story.getAttribute('href')
      expect(href).toMatch(/\/posts\/[^/]+$/)
      expect(await story.textContent()).toMatch(/\S/)
      expect((await page.request.get(href ?? '')).status()).toBe(200)
    })
  })
})
