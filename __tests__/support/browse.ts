import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { getSampleSite } from './sample-sites.ts'
import { type SiteServer, startSite } from './site-server.ts'

type Paper = { contentDir: string; dataDir: string; close: () => void }

/** Only a test that fails waits so long; a busy machine takes its time. */
const NAVIGATION_MS = 150_000

type Settings = {
  /** The server's environment. */
  env?: Record<string, string>
  /** Chromium's command line. */
  switches?: readonly string[]
}

/**
 * A site and a browser for the tests of this file or `describe`; `open` gives a fresh page that remembers nothing.
 *
 * @param openPaper makes a paper of the tests' own; 'sample' for the shared server over the sample paper
 */
export function setUpBrowsing(
  openPaper: 'sample' | (() => Paper | Promise<Paper>),
  { env = {}, switches = [] }: Settings = {},
) {
  let site: Pick<SiteServer, 'url'>
  let browser: Browser
  let close = async () => {}

  beforeAll(async () => {
    if (openPaper === 'sample') site = getSampleSite('local')
    else {
      const paper = await openPaper()
      const own = await startSite(paper, env)
      site = own
      close = async () => {
        await own.stop()
        paper.close()
      }
    }
    browser = await launchBrowser(switches)
  })

  afterAll(async () => {
    await browser.close()
    await close()
  })

  /** Runs `look` on a page of its own, and closes it. */
  return async function open<Seen>(
    path: string,
    options: Parameters<Browser['newPage']>[0],
    look: (page: Page) => Promise<Seen>,
  ): Promise<Seen> {
    const page = await browser.newPage({ ...options, baseURL: site.url })
    page.setDefaultTimeout(NAVIGATION_MS)
    try {
      await page.goto(path, { waitUntil: 'load' })
      return await look(page)
    } finally {
      await page.close()
    }
  }
}
