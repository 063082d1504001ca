import { createServer } from 'node:http'
import { type BrowserServer, chromium } from 'playwright-core'
import { CHROMIUM_OPTIONS } from './chromium.ts'
import { FULL_SETTINGS, openFullPaper } from './full-paper.ts'
import { createPaper, type Paper, toPostText } from './paper.ts'
import { openSamplePaper } from './sample-paper.ts'
import { NAMED_SETTINGS, SHARED_VARIABLE, type SharedSite } from './shared-sites.ts'
import { type SiteServer, startSite } from './site-server.ts'

type OpenPaper = () => Pick<Paper, 'contentDir' | 'dataDir' | 'close'> | Promise<Paper>
type Running = { site: SiteServer; stop: () => Promise<void> }

const openTwoStories = () =>
  createPaper({
    'posts/tide.md': toPostText({ title: 'High water' }, 'The tide came in.\n\n'.repeat(80)),
    'posts/quick.md': toPostText({ title: 'Quick' }, 'A line of its own, again and again. '.repeat(300)),
  })

const SITES: Record<SharedSite, { open: OpenPaper; env: Record<string, string> }> = {
  local: { open: openSamplePaper, env: {} },
  named: { open: openSamplePaper, env: NAMED_SETTINGS },
  full: { open: openFullPaper, env: FULL_SETTINGS },
  'fast-path-on': { open: openTwoStories, env: { FAST_PATH: 'on' } },
  'fast-path-off': { open: openTwoStories, env: { FAST_PATH: 'off' } },
}

/**
 * Listens for test files that ask, in plain text, where a shared server is (`/url/local`), what it printed so far
 * (`/output/local`), and by which address Playwright reaches the shared browser (`/browser`). Each is started when it is
 * first asked for; the returned function stops them all. Its own address is handed to the test files in the environment.
 */
export async function shareServers(): Promise<() => Promise<void>> {
  const sites = new Map<string, Promise<Running>>()
  let browser: Promise<BrowserServer> | undefined

  function getSite(name: string): Promise<Running> {
    const known = sites.get(name)
    if (known !== undefined) return known
    const started = startShared(name)
    sites.set(name, started)
    // Who asks next tries again.
    started.catch(() => sites.delete(name))
    return started
  }

  async function answer(path: string): Promise<string> {
    const [, what, name = ''] = path.split('/')
    if (what === 'browser') {
      browser ??= chromium.launchServer({ ...CHROMIUM_OPTIONS, host: '127.0.0.1' })
      return (await browser).wsEndpoint()
    }
    const { site } = await getSite(name)
    return what === 'output' ? site.output() : site.url
  }

  const server = createServer((request, response) => {
    answer(request.url ?? '').then(
      (text) => response.end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No address')
  process.env[SHARED_VARIABLE] = `http://127.0.0.1:${address.port}`

  return async () => {
    server.closeAllConnections()
    server.close()
    const running = await Promise.allSettled(sites.values())
    await Promise.all(running.map((one) => (one.status === 'fulfilled' ? one.value.stop() : null)))
    await (await browser)?.close()
  }
}

async function startShared(name: string): Promise<Running> {
  const [, kind] = Object.entries(SITES).find(([one]) => one === name) ?? []
  if (kind === undefined) throw new Error(`No shared server is called ${name}.`)
  const paper = await kind.open()
  const site = await startSite(paper, kind.env)
  return {
    site,
    stop: async () => {
      await site.stop()
      paper.close()
    },
  }
}
