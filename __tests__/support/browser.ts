import { type Browser, chromium } from 'playwright-core'
import { hasChromium } from './chromium.ts'
import { askForShared } from './shared-sites.ts'

/**
 * `describe` where there is a Chromium, `describe.skip` with a line saying so where there is none. In CI there must be
 * one: a suite that is never run proves nothing.
 */
export const describeInBrowser = chooseDescribe()

function chooseDescribe(): jest.Describe {
  if (hasChromium) return describe
  if (process.env.CI !== undefined) throw new Error('CI needs Chromium: apt-get install chromium')
  console.warn('Browser tests skipped: no Chromium. Install it, or say where it is with CHROMIUM_PATH.')
  return describe.skip
}

/** The browser that all test files of a run share, for the tests of this file or `describe`, which close what they open. */
export function setUpBrowser(): Pick<Browser, 'newPage' | 'newContext'> {
  let browser: Browser

  beforeAll(async () => {
    browser = await chromium.connect(await askForShared('/browser'))
  })
  afterAll(async () => {
    await browser.close()
  })

  return {
    newPage: (options) => browser.newPage(options),
    newContext: (options) => browser.newContext(options),
  }
}
