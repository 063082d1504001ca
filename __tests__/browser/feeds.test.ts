import { setUpBrowsing } from '../support/browse.ts'
import { describeInBrowser } from '../support/browser.ts'
import { createPaper, toPostText } from '../support/paper.ts'

const FEEDS = ['/feed.xml', '/sections/harbour/feed.xml', '/atom.xml', '/tags/ferry/atom.xml']

/** What the page paints of the elements a selector finds: their text, with what style puts after it. */
const readShown = (selector: string) =>
  [...document.querySelectorAll(selector)]
    .filter((element) => element.getBoundingClientRect().height > 0)
    .map((element) => {
      const after = getComputedStyle(element, '::after').content
      return (element.textContent ?? '') + (after === 'none' ? '' : ` ${after}`)
    })

describeInBrowser('a person who opens a feed', () => {
  const { open } = setUpBrowsing('sample')

  it.each(FEEDS)('sees what it is, and its stories with their dates, at %s', async (path) => {
    await open(path, {}, async (page) => {
      expect(await page.evaluate(() => document.documentElement.localName)).toMatch(/^(?:rss|feed)$/)
      const [title] = await page.evaluate(readShown, 'channel > title, feed > title')
      expect(title).toMatch(/The Saltmarsh Packet "This is a feed\. .*comes to you\."$/)
      const stories = await page.evaluate(readShown, 'item > title, entry > title')
      const dates = await page.evaluate(readShown, 'item > pubDate, entry > published')
      expect(stories.length).toBeGreaterThan(2)
      expect(dates).toHaveLength(stories.length)
      expect(await page.evaluate(readShown, 'item > description, entry > summary')).toHaveLength(
        stories.length,
      )
    })
  })

  it('sees nothing that is for programs', async () => {
    await open('/atom.xml', {}, async (page) => {
      expect(await page.evaluate(readShown, 'id, category, content, author, icon')).toEqual([])
      const isWide = () => document.documentElement.scrollWidth > innerWidth
      expect(await page.evaluate(isWide)).toBe(false)
    })
  })
})

describeInBrowser('a person who opens a feed in Hebrew', () => {
  const { open } = setUpBrowsing(() =>
    createPaper({
      'site.yaml': 'name: העיתון\nlanguage: he\n',
      'posts/ferry.md': toPostText({ title: 'המעבורת חזרה' }),
    }),
  )

  it('reads it from right to left', async () => {
    await open('/feed.xml', {}, async (page) => {
      expect(await page.evaluate(readShown, 'channel > title')).toEqual([
        'העיתון "זהו פיד. העתיקו את כתובתו לקורא פידים, וכל כתבה חדשה תגיע אליכם."',
      ])
      const find = () => getComputedStyle(document.documentElement).direction
      expect(await page.evaluate(find)).toBe('rtl')
    })
  })
})
