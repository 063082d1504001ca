import type { Page } from 'playwright-core'
import { setUpBrowsing } from '../support/browse.ts'
import { describeInBrowser } from '../support/browser.ts'

type Stop = { name: string; isVisible: boolean; hasOutline: boolean; top: number }

function describeFocus(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement
    const box = element?.getBoundingClientRect()
    const style = element === null ? null : getComputedStyle(element)
    return {
      name:
        element instanceof HTMLInputElement
          ? (element.ariaLabel ?? element.labels?.[0]?.textContent ?? '')
          : (element?.textContent?.trim().replace(/\s+/g, ' ') ?? ''),
      isVisible: (box?.width ?? 0) > 0 && (box?.height ?? 0) > 0 && (box?.right ?? 0) > 0,
      hasOutline: style?.outlineStyle !== 'none' && parseFloat(style?.outlineWidth ?? '0') >= 2,
      top: (box?.top ?? 0) + scrollY,
    }
  })
}

async function walk(page: Page, steps: number): Promise<Stop[]> {
  const stops: Stop[] = []
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement === document.body)) break
    stops.push(await describeFocus(page))
  }
  return stops
}

describeInBrowser('the keyboard', () => {
  const { open } = setUpBrowsing('sample')

  it('comes first to the link that skips the masthead, which leads to the stories', async () => {
    await open('/', {}, async (page) => {
      expect((await walk(page, 1))[0]).toMatchObject({ name: 'Skip to the stories', isVisible: true })
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      const inMain = await page.evaluate(() => document.activeElement?.closest('main') !== null)
      expect(inMain).toBe(true)
    })
  })

  it.each([
    '/',
    '/posts/kettle-sand',
    '/sections/harbour',
    '/archive',
    '/search?q=ferry',
    '/authors/idris-pennock',
  ])('sees where it is everywhere on %s', async (path) => {
    const stops = await open(path, {}, (page) => walk(page, 40))
    expect(stops.filter(({ isVisible, hasOutline }) => !isVisible || !hasOutline)).toEqual([])
    expect(stops.every(({ name }) => name !== '')).toBe(true)
  })

  it('goes through the masthead, then the story, then the foot', async () => {
    await open('/posts/ferry-returns', {}, async (page) => {
      const rooms = await page.evaluate(() => {
        const stops = [...document.querySelectorAll<HTMLElement>('a, button')].filter(
          (element) => element.tabIndex >= 0 && element.offsetParent !== null,
        )
        return [...new Set(stops.map((stop) => stop.closest('header.masthead, main, footer')?.tagName))]
      })
      expect(rooms).toEqual([undefined, 'HEADER', 'MAIN', 'FOOTER'].slice(rooms.length === 4 ? 0 : 1))
    })
  })

  it('switches to the dark and back, and is told so', async () => {
    await open('/', { colorScheme: 'light' }, async (page) => {
      const button = page.getByRole('button', { name: 'Dark' })
      await button.focus()
      await page.keyboard.press('Enter')
      expect(await button.getAttribute('aria-pressed')).toBe('true')
      await page.keyboard.press('Space')
      expect(await button.getAttribute('aria-pressed')).toBe('false')
    })
  })

  it('opens a note, reads it, and is back at its reference with Escape', async () => {
    await open('/posts/kettle-sand', {}, async (page) => {
      const reference = page.locator('[data-footnote-ref]').first()
      await reference.focus()
      await page.keyboard.press('Enter')
      expect(await page.getByRole('dialog').textContent()).toContain('Thirty years at £70,000')
      await page.keyboard.press('Escape')
      expect(await page.getByRole('dialog').count()).toBe(0)
      expect(await reference.evaluate((element) => element === document.activeElement)).toBe(true)
    })
  })
})
