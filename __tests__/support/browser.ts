import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** The headless shell first: it paints with a third of the processor time. */
const PATHS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const executablePath = process.env.CHROMIUM_PATH ?? PATHS.find((path) => existsSync(path))

/**
 * `describe` where there is a Chromium, `describe.skip` with a line saying so where there is none. In CI there must be
 * one: a suite that is never run proves nothing.
 */
export const describeInBrowser = chooseDescribe()

function chooseDescribe(): jest.Describe {
  if (executablePath !== undefined) return describe
  if (process.env.CI !== undefined) throw new Error('CI needs Chromium: apt-get install chromium')
  console.warn('Browser tests skipped: no Chromium. Install it, or say where it is with CHROMIUM_PATH.')
  return describe.skip
}

export function launchBrowser(switches: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...switches,
    ],
  })
}
