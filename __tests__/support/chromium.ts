import { existsSync } from 'node:fs'

/** The headless shell first: it paints with a third of the processor time. */
const PATHS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const executablePath = process.env.CHROMIUM_PATH ?? PATHS.find((path) => existsSync(path))

export const hasChromium = executablePath !== undefined

/** How Playwright launches the Chromium of this machine. */
export const CHROMIUM_OPTIONS = {
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}
