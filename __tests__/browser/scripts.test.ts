import { setUpBrowsing } from '../support/browse.ts'
import { describeInBrowser } from '../support/browser.ts'
import { createPaper, toPostText } from '../support/paper.ts'

const HOUR = 3_600_000
const toInstant = (age: number) => new Date(Date.now() - age).toISOString().replace(/\.\d+/, '')

function openPaper() {
  return createPaper({
    'site.yaml': 'name: The Packet\nlanguage: en-GB\n',
    'posts/film.md': toPostText(
      { title: 'A film', date: toInstant(3 * HOUR + 60_000) },
      'Seen.[^1]\n\n[High water](https://youtu.be/Tides_2026a)\n\nhttps://youtu.be/Tides_2026a\n\n[^1]: By all of us.\n',
    ),
    'posts/old.md': toPostText({ title: 'An old story', date: '2024-05-01T08:00:00Z' }),
  })
}

describeInBrowser('a film, and an old story', () => {
  const { open } = setUpBrowsing(openPaper)

  describe('our scripts', () => {
    it('remember a theme, and have it before the page is painted', async () => {
      await open('/', { colorScheme: 'light' }, async (page) => {
        await page.getByRole('button', { name: 'Dark' }).click()
        await page.addInitScript(() => {
          document.addEventListener(
            'readystatechange',
            () => {
              Object.assign(window, { atFirst: document.documentElement.dataset.theme })
            },
            { once: true },
          )
        })
        await page.reload()
        expect(await page.evaluate(() => Reflect.get(window, 'atFirst'))).toBe('dark')
        expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
          'rgb(11, 21, 27)',
        )
      })
    })

    it('say how long ago a fresh story was printed, and leave the date of an old one', async () => {
      await open('/', {}, async (page) => {
        expect(await page.locator('main').textContent()).toContain('3 hours ago')
        expect(await page.locator('main').textContent()).toContain('1 May 2024')
      })
    })

    it('copy a story’s address and say so', async () => {
      await open('/posts/film', { permissions: ['clipboard-write', 'clipboard-read'] }, async (page) => {
        await page.getByRole('button', { name: 'Copy link' }).click()
        await page.getByText('Link copied').waitFor()
        expect(await page.getByRole('status').textContent()).toBe('Link copied')
        expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/posts\/film$/)
      })
    })

    it('ask a film’s server only when a reader wants the film', async () => {
      await open('/posts/film', {}, async (page) => {
        const asked: string[] = []
        await page.route(/youtube/, (route) => {
          asked.push(new URL(route.request().url()).host)
          return route.fulfill({ contentType: 'text/html', body: 'the film' })
        })
        expect(await page.locator('iframe').count()).toBe(0)
        const film = page.getByRole('link', { name: 'Watch on YouTube' })
        await film.click()
        await page.frameLocator('iframe').getByText('the film').waitFor()
        expect(asked).toEqual(['www.youtube-nocookie.com'])
        expect(await page.locator('iframe').getAttribute('title')).toBe('Watch on YouTube')
      })
    })
  })

  describe('without JavaScript', () => {
    const off = { javaScriptEnabled: false }

    it('there is no control that would do nothing', async () => {
      await open('/posts/film', off, async (page) => {
        expect(await page.locator('button:visible:not(form[action] button)').count()).toBe(0)
      })
    })

    it('a note is found at the foot of the story, and leads back', async () => {
      await open('/posts/film', off, async (page) => {
        await page.locator('[data-footnote-ref]').click()
        expect(page.url()).toContain('#fn-1')
        await page.locator('#fn-1 [data-footnote-backref]').click()
        expect(page.url()).toContain('#fnref-1')
      })
    })

    it('a film is a link to where it is shown', async () => {
      await open('/posts/film', off, async (page) => {
        const film = page.getByRole('link', { name: 'Watch on YouTube' })
        expect(await film.getAttribute('href')).toContain('youtube.com/watch?v=Tides_2026a')
      })
    })

    it('dates are said in full, and an old story says that it is old', async () => {
      await open('/posts/old', off, async (page) => {
        const text = await page.locator('main').textContent()
        expect(text).toContain('1 May 2024')
        expect(text).toContain('This story is more than a year old.')
      })
    })
  })
})
