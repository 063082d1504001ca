import type { Page } from 'playwright-core'

/** How much of the page moved while it loaded and its fonts came, and (`isScrolled`) while it was scrolled through. */
export function measureShift(page: Page, isScrolled: boolean): Promise<number> {
  return page.evaluate(async (mayScroll) => {
    let shift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += Number(Reflect.get(entry, 'value'))
    }).observe({ type: 'layout-shift', buffered: true })
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
    await document.fonts.ready
    for (let top = 0; mayScroll && top < document.documentElement.scrollHeight; top += 600) {
      scrollTo(0, top)
      await pause(30)
    }
    await pause(200)
    return shift
  }, isScrolled)
}
