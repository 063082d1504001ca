import type { Page } from 'playwright-core'
import { setUpBrowsing } from '../support/browse.ts'
import { describeInBrowser } from '../support/browser.ts'
import {
  FIRST,
  getButton,
  LONG,
  listShown,
  prepare,
  readNoted,
  SECOND,
  THIRD,
  toText,
  toTime,
  toUpdate,
  waitForPolls,
  waitForShown,
} from '../support/live-page.ts'
import { createPaper, type Paper } from '../support/paper.ts'

let paper: Paper

function openPaper() {
  paper = createPaper({ 'site.yaml': 'name: The Packet\nlanguage: en-GB\ntimeZone: UTC\n' })
  return paper
}

const save = (updates: readonly string[], slug = 'flood', fields?: Record<string, string>) =>
  paper.write(`posts/${slug}.md`, toText(updates, fields))

describeInBrowser('a live story in an open page', () => {
  const { open } = setUpBrowsing(openPaper)
  const follow = (look: (page: Page) => Promise<void>, setUp?: () => void, slug = 'flood') =>
    open('about:blank', { viewport: { width: 400, height: 600 } }, async (page) => {
      await prepare(page, setUp)
      await page.goto(`/posts/${slug}`, { waitUntil: 'load' })
      await look(page)
    })

  beforeAll(async () => {
    save([FIRST, SECOND, THIRD])
    await open('/', {}, async (page) => {
      await page.waitForFunction(async () => (await fetch('/posts/flood')).status === 200)
    })
  })

  beforeEach(() => save([FIRST, SECOND, THIRD]))

  it('lets what is new wait behind a button, tells it once, and moves nothing', async () => {
    await follow(async (page) => {
      await waitForShown(page, ['Third', 'Second', 'First'])
      const link = page.locator('.live-updates article').nth(1).locator('a').first()
      await link.focus()
      await page.evaluate(() => scrollTo(0, 900))
      await page.waitForTimeout(100)
      const [scroll, { shifts }] = [await page.evaluate(() => scrollY), await readNoted(page)]
      save([FIRST, SECOND, THIRD, toUpdate(4, 'Fourth'), toUpdate(5, 'Fifth')])
      await getButton(page).waitFor({ state: 'visible' })
      await waitForPolls(page, 3)
      expect(await getButton(page).textContent()).toBe('2 new updates')
      expect(await listShown(page)).toEqual(['Third', 'Second', 'First'])
      expect(await page.evaluate(() => scrollY)).toBe(scroll)
      expect(await link.evaluate((element) => element === document.activeElement)).toBe(true)
      expect(await readNoted(page)).toMatchObject({ told: ['2 new updates'], shifts })
      await getButton(page).click()
      expect(await listShown(page)).toEqual(['Fifth', 'Fourth', 'Third', 'Second', 'First'])
      expect(await getButton(page).isVisible()).toBe(false)
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('live-updates')
    })
  })

  it('is a polite region in the accessibility tree', async () => {
    await follow(async (page) => {
      save([FIRST, SECOND, THIRD, toUpdate(4, 'Fourth')])
      await getButton(page).waitFor({ state: 'visible' })
      const session = await page.context().newCDPSession(page)
      const { nodes } = await session.send('Accessibility.getFullAXTree')
      const status = nodes.find(({ role }) => role?.value === 'status')
      const live = status?.properties?.find(({ name }) => name === 'live')
      expect(live?.value.value).toBe('polite')
      const words = nodes.filter(({ parentId }) => parentId === status?.nodeId).map(({ name }) => name?.value)
      expect(words).toEqual(['1 new update'])
      expect(nodes.some(({ role, name }) => role?.value === 'button' && name?.value === '1 new update')).toBe(
        true,
      )
    })
  })

  it('mends and deletes in place, through a save that is broken and one that is turned round', async () => {
    await follow(async (page) => {
      const mended = toUpdate(1, 'First mended', LONG)
      save([mended, SECOND, THIRD])
      await waitForShown(page, ['Third', 'Second', 'First mended'])
      save([mended, '## 0\n\nHalf.\n', THIRD])
      await waitForPolls(page, 4)
      expect(await listShown(page)).toEqual(['Third', 'Second', 'First mended'])
      save([THIRD, SECOND, mended])
      await waitForPolls(page, 4)
      expect(await listShown(page)).toEqual(['Third', 'Second', 'First mended'])
      save([mended, THIRD])
      await waitForShown(page, ['Third', 'First mended'])
      expect((await readNoted(page)).told).toEqual([])
    })
  })

  it('has style for what no update had before, new or mended', async () => {
    const table = '| Gauge | cm |\n| --- | --- |\n| North | 12 |\n'
    await follow(async (page) => {
      const getPadding = () =>
        page
          .locator('.live-updates td')
          .first()
          .evaluate((cell) => getComputedStyle(cell).paddingBlockStart)
      const getBorder = () =>
        page
          .locator('.live-updates blockquote')
          .evaluate((quote) => getComputedStyle(quote).borderBlockStartWidth)
      save([FIRST, SECOND, toUpdate(3, 'Third', `${LONG}\n\n> Rising.`), toUpdate(6, 'Sixth', table)])
      await getButton(page).waitFor({ state: 'visible' })
      await waitForPolls(page, 3)
      await getButton(page).click()
      const arrived = [await getPadding(), await getBorder()]
      await page.reload({ waitUntil: 'load' })
      expect(arrived).toEqual([await getPadding(), await getBorder()])
      expect(arrived).not.toContain('0px')
    })
  })

  it('puts an update told late where it belongs, and one that is pinned on top', async () => {
    await follow(async (page) => {
      const late = toUpdate(2, 'Told late')
      const pinned = `${toUpdate(4, 'What we know {pin}')}`
      save([FIRST, SECOND, late, THIRD, pinned])
      await getButton(page).waitFor({ state: 'visible' })
      expect(await getButton(page).textContent()).toBe('2 new updates')
      await getButton(page).click()
      expect(await listShown(page)).toEqual(['Third', 'Told late', 'Second', 'First'])
      expect(await page.locator('.live-pinned h2').allTextContents()).toEqual(['What we know'])
      save([FIRST, SECOND, late, THIRD, toUpdate(4, 'What is known {pin}')])
      await page.locator('.live-pinned h2', { hasText: 'What is known' }).waitFor()
    })
  })

  it('leaves an update alone while words of it are selected, and mends it then', async () => {
    await follow(async (page) => {
      await page.locator('.live-updates h2', { hasText: 'Second' }).selectText()
      save([FIRST, toUpdate(2, 'Second mended', LONG), THIRD])
      await waitForPolls(page, 5)
      expect(await page.evaluate(() => String(getSelection()))).toBe('Second')
      expect(await listShown(page)).toEqual(['Third', 'Second', 'First'])
      await page.evaluate(() => getSelection()?.empty())
      await waitForShown(page, ['Third', 'Second mended', 'First'])
    })
  })

  it('leaves an update alone while something in it plays, and mends it then', async () => {
    await follow(async (page) => {
      const article = page.locator('.live-updates article').nth(1)
      await article.evaluate(async (element) => {
        const audio = document.createElement('audio')
        audio.muted = true
        audio.srcObject = new AudioContext().createMediaStreamDestination().stream
        element.append(audio)
        await audio.play()
      })
      save([FIRST, toUpdate(2, 'Second mended', LONG), THIRD])
      await waitForPolls(page, 5)
      expect(await article.locator('audio').evaluate((audio: HTMLAudioElement) => audio.paused)).toBe(false)
      expect(await listShown(page)).toEqual(['Third', 'Second', 'First'])
      await article.locator('audio').evaluate((audio: HTMLAudioElement) => audio.pause())
      await waitForShown(page, ['Third', 'Second mended', 'First'])
    })
  })

  it('moves nothing that is read when an update above it grows', async () => {
    await follow(async (page) => {
      const last = page.locator('.live-updates h2').nth(2)
      await last.evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }))
      await page.waitForTimeout(100)
      const [before, { shifts }] = [await last.boundingBox(), await readNoted(page)]
      save([FIRST, SECOND, toUpdate(3, 'Third, at length', LONG.repeat(2))])
      await waitForShown(page, ['Third, at length', 'Second', 'First'])
      await page.evaluate(() => new Promise(requestAnimationFrame))
      expect((await last.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, -1)
      expect((await readNoted(page)).shifts).toBe(shifts)
    })
  })

  it('goes on after a time offline, more and more slowly until then', async () => {
    await follow(async (page) => {
      await waitForPolls(page, 1)
      await page.context().setOffline(true)
      await page.waitForFunction(() => Reflect.get(window, 'noted').pauses.includes(80_000))
      save([FIRST, SECOND, THIRD, toUpdate(4, 'Fourth')])
      await page.context().setOffline(false)
      await getButton(page).waitFor({ state: 'visible' })
      const { pauses } = await readNoted(page)
      expect(pauses.filter((pause, at) => pause !== pauses[at - 1]).slice(0, 4)).toEqual([
        10_000, 20_000, 40_000, 80_000,
      ])
      expect(pauses.at(-1)).toBeLessThanOrEqual(300_000)
    })
  })

  it('arrives over a slow network', async () => {
    await follow(async (page) => {
      const session = await page.context().newCDPSession(page)
      await session.send('Network.enable')
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 400,
        downloadThroughput: 50_000,
        uploadThroughput: 20_000,
      })
      save([FIRST, SECOND, THIRD, toUpdate(4, 'Fourth')])
      await getButton(page).waitFor({ state: 'visible' })
      expect((await readNoted(page)).told).toEqual(['1 new update'])
    })
  })

  it.each([
    ['a page that nobody sees', 60_000, () => Object.defineProperty(document, 'hidden', { get: () => true })],
    [
      'a reader who saves data',
      30_000,
      () => Object.defineProperty(navigator, 'connection', { get: () => ({ saveData: true }) }),
    ],
  ])('asks more seldom for %s', async (_name, pause, setUp) => {
    await follow(async (page) => {
      await waitForPolls(page, 1)
      expect(new Set((await readNoted(page)).pauses)).toEqual(new Set([pause]))
    }, setUp)
  })

  it('stops when the coverage has ended, and says so', async () => {
    await follow(async (page) => {
      const end = toTime(50).replace('.000Z', 'Z')
      save([FIRST, SECOND, THIRD], 'flood', { coverage: `{ end: ${end} }` })
      await page.getByText('This live coverage has ended.').waitFor()
      const { length } = (await readNoted(page)).pauses
      await page.waitForTimeout(300)
      expect((await readNoted(page)).pauses).toHaveLength(length)
    })
  })

  it('leads to newer updates without scripts', async () => {
    await open('/posts/flood', { javaScriptEnabled: false }, async (page) => {
      expect(await listShown(page)).toEqual(['Third', 'Second', 'First'])
      expect(await page.getByRole('link', { name: 'Newer updates' }).getAttribute('href')).toBe(
        '/posts/flood',
      )
      expect(await getButton(page).isVisible()).toBe(false)
      save([FIRST, SECOND, THIRD, toUpdate(4, 'Fourth')])
      await page.waitForTimeout(500)
      await page.getByRole('link', { name: 'Newer updates' }).click()
      expect(await listShown(page)).toEqual(['Fourth', 'Third', 'Second', 'First'])
    })
  })
})
