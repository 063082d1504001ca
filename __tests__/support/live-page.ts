import type { Page } from 'playwright-core'
import { toPostText } from './paper.ts'

export const START = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 3_600_000)
export const toTime = (minute: number) => new Date(START.getTime() + minute * 60_000).toISOString()
export const toUpdate = (minute: number, headline: string, text = `Words of ${headline}.`) =>
  `## ${toTime(minute).slice(0, 10)} ${toTime(minute).slice(11, 16)} ${headline}\n\n${text}\n`
export const toText = (updates: readonly string[], fields: Record<string, string> = {}) =>
  toPostText(
    { title: 'Flood', date: START.toISOString().replace('.000Z', 'Z'), type: 'live', ...fields },
    updates.join('\n'),
  )

export const LONG = 'It rises. '.repeat(80)
export const FIRST = toUpdate(1, 'First', LONG)
export const SECOND = toUpdate(2, 'Second', LONG)
export const THIRD = toUpdate(3, 'Third', LONG)

/**
 * A page whose clock for polling goes two hundred times as fast, that notes each time it waits for, what moves, and what the
 * live region is told.
 */
export async function prepare(page: Page, setUp: () => void = () => {}): Promise<void> {
  await page.addInitScript(() => {
    Math.random = () => 0.5
    const wait = window.setTimeout
    const noted = { pauses: [] as number[], told: [] as string[], shifts: 0 }
    Object.assign(window, {
      noted,
      setTimeout: (run: () => void, time = 0) => {
        if (time < 5_000) return wait(run, time)
        noted.pauses.push(time)
        return wait(run, time / 200)
      },
    })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) noted.shifts += Number(Reflect.get(entry, 'value'))
    }).observe({ type: 'layout-shift', buffered: true })
    document.addEventListener('DOMContentLoaded', () => {
      const status = document.querySelector('[role=status]')
      if (status)
        new MutationObserver(() => noted.told.push(status.textContent ?? '')).observe(status, {
          childList: true,
          characterData: true,
          subtree: true,
        })
    })
  })
  await page.addInitScript(setUp)
}

export const readNoted = (page: Page) =>
  page.evaluate((): { pauses: number[]; told: string[]; shifts: number } => Reflect.get(window, 'noted'))
export const listShown = (page: Page) => page.locator('.live-updates h2').allTextContents()
export const getButton = (page: Page) => page.locator('.live-follow button')
export const waitForShown = (page: Page, headlines: readonly string[]) =>
  page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('.live-updates h2')].map(({ textContent }) => textContent).join() ===
      wanted,
    headlines.join(),
  )
export const waitForPolls = async (page: Page, count: number) => {
  for (let left = count; left > 0; left -= 1)
    await page.waitForResponse((response) => response.url().endsWith('/updates.json'))
}
