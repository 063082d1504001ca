import type { Browser, Page } from 'playwright-core'
import { setUpBrowser } from './browser.ts'
import { askForShared } from './shared-sites.ts'
import { startSite } from './site-server.ts'

type Paper = { contentDir: string; dataDir: string; close: () => void }

/** Only a test that fails waits so long; a busy machine takes its time. */
const NAVIGATION_MS = 150_000

type Look<Seen> = (page: Page) => Promise<Seen>

/**
 * A site and a browser for the tests of this file or `describe`.
 *
 * @param openPaper makes a paper of the tests' own; 'sample' or 'full' for a shared server
 * @param env the environment of a server of the tests' own
 */
export function setUpBrowsing(
  openPaper: 'sample' | 'full' | (() => Paper | Promise<Paper>),
  env: Record<string, string> = {},
) {
  const browser = setUpBrowser()
  let url: string
  let visited: Page | undefined
  let close = async () => {}

  beforeAll(async () => {
    if (openPaper === 'sample') url = await askForShared('/url/local')
    else if (openPaper === 'full') url = await askForShared('/url/full')
    else {
      const paper = await openPaper()
      const site = await startSite(paper, env)
      url = site.url
      close = async () => {
        await site.stop()
        paper.close()
      }
    }
  })

  afterAll(async () => {
    await close()
  })

  async function openPage(options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await browser.newPage({ ...options, baseURL: url })
    page.setDefaultTimeout(NAVIGATION_MS)
    return page
  }

  return {
    /** Runs `look` on a fresh page, which remembers nothing, and closes it. */
    async open<Seen>(
      path: string,
      options: Parameters<Browser['newPage']>[0],
      look: Look<Seen>,
    ): Promise<Seen> {
      const page = await openPage(options)
      try {
        await page.goto(path, { waitUntil: 'load' })
        return await look(page)
      } finally {
        await page.close()
      }
    },

    /**
     * Runs `look` on the page that all visits share, at a third of the cost: for what is the same whatever was visited
     * before. A look sets the screen and the media it wants.
     */
    async visit<Seen>(path: string, look: Look<Seen>): Promise<Seen> {
      visited ??= await openPage()
      await visited.goto(path, { waitUntil: 'load' })
      return look(visited)
    },
  }
}
