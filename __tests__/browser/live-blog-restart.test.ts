import { setUpBrowsing } from '../support/browse.ts'
import { describeInBrowser } from '../support/browser.ts'
import {
  FIRST,
  getButton,
  prepare,
  SECOND,
  toText,
  toUpdate,
  waitForPolls,
  waitForShown,
} from '../support/live-page.ts'
import { createPaper } from '../support/paper.ts'
import { findFreePort, spawnStart } from '../support/site-server.ts'

describeInBrowser('a live story while its server is started again', () => {
  let port: number
  let server: ReturnType<typeof spawnStart>
  const own = createPaper({ 'posts/flood.md': toText([FIRST, SECOND]) })

  async function start(): Promise<void> {
    const { contentDir, dataDir } = own
    server = spawnStart({ CONTENT_DIR: contentDir, DATA_DIR: dataDir, PORT: String(port) })
    while (!(await fetch(`http://localhost:${port}/healthz`).catch(() => null))?.ok)
      await new Promise((resolve) => setTimeout(resolve, 50))
  }

  async function stop(): Promise<void> {
    const ended = new Promise((resolve) => server.child.once('exit', resolve))
    server.child.kill('SIGTERM')
    await ended
  }

  beforeAll(async () => {
    port = await findFreePort()
    await start()
  })

  afterAll(async () => {
    await stop()
    own.close()
  })

  const { open } = setUpBrowsing('sample')

  it('follows the new one', async () => {
    await open('about:blank', {}, async (page) => {
      await prepare(page)
      await page.goto(`http://localhost:${port}/posts/flood`, { waitUntil: 'load' })
      await waitForPolls(page, 1)
      await stop()
      own.write('posts/flood.md', toText([toUpdate(1, 'First mended'), SECOND, toUpdate(3, 'Third')]))
      await page.waitForFunction(() => Reflect.get(window, 'noted').pauses.includes(20_000))
      await start()
      await getButton(page).waitFor({ state: 'visible' })
      expect(await getButton(page).textContent()).toBe('1 new update')
      await waitForShown(page, ['Second', 'First mended'])
    })
  })
})
