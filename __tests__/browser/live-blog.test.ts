import { setUpBrowsing } from '../support/browse.ts'
import { describeInBrowser } from '../support/browser.ts'
import { createPaper, type Paper, toPostText } from '../support/paper.ts'

const START = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 3_600_000)
const toHeading = (minute: number, headline: string) => {
  const at = new Date(START.getTime() + minute * 60_000).toISOString()
  return `## ${at.slice(0, 10)} ${at.slice(11, 16)} ${headline}\n\nWords of ${headline}.\n`
}
const toText = (...updates: string[]) =>
  toPostText(
    { title: 'Flood', date: START.toISOString().replace('.000Z', 'Z'), type: 'live' },
    updates.join('\n'),
  )

const FIRST = toHeading(1, 'First')
const SECOND = toHeading(2, 'Second')

let paper: Paper

function openPaper() {
  paper = createPaper({
    'site.yaml': 'name: The Packet\nlanguage: en-GB\ntimeZone: UTC\n',
    'posts/flood.md': toText(FIRST, SECOND),
  })
  return paper
}

describeInBrowser('a live story in an open page', () => {
  const open = setUpBrowsing(openPaper)

  it('mends what changed in place, and lets what is new wait behind a button', async () => {
    await open('/posts/flood', {}, async (page) => {
      await page.addInitScript(() => {
        const wait = window.setTimeout
        Object.assign(window, {
          setTimeout: (run: () => void, time: number) => wait(run, time / 50),
        })
      })
      await page.reload()
      const listShown = () => page.locator('.live-headline').allTextContents()
      expect(await listShown()).toEqual(['Second', 'First'])
      paper.write('posts/flood.md', toText(FIRST.replace('First', 'Mended'), SECOND, toHeading(3, 'Third')))
      const button = page.locator('.live-follow button')
      await button.waitFor({ state: 'visible' })
      expect(await button.textContent()).toBe('1 new update')
      expect(await page.getByRole('status').first().textContent()).toBe('1 new update')
      expect(await listShown()).toEqual(['Second', 'Mended'])
      await button.click()
      expect(await listShown()).toEqual(['Third', 'Second', 'Mended'])
      expect(await button.isVisible()).toBe(false)
      paper.write('posts/flood.md', toText(SECOND, toHeading(3, 'Third')))
      await page.locator('.live-headline', { hasText: 'Mended' }).waitFor({ state: 'detached' })
      expect(await listShown()).toEqual(['Third', 'Second'])
    })
  })

  it('leads to newer updates without scripts', async () => {
    await open('/posts/flood', { javaScriptEnabled: false }, async (page) => {
      expect(await page.getByRole('link', { name: 'Newer updates' }).getAttribute('href')).toBe(
        '/posts/flood',
      )
      expect(await page.locator('.live-follow button').isVisible()).toBe(false)
    })
  })
})
