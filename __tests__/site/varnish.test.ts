import { eventually } from '../support/eventually.ts'
import { fetchRaw } from '../support/fetch-raw.ts'
import { describeWithProgram } from '../support/find-program.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import { type RunningProgram, startVarnish } from '../support/run-recipe.ts'
import { findFreePort, type SiteServer, startSite } from '../support/site-server.ts'

const toTide = (title: string) => toPostText({ title, section: 'Harbour' })

describeWithProgram('varnish').each(['xkey', 'ban'])('behind Varnish, purged by %s', (method) => {
  const paper = createPaper({
    'posts/tide.md': toTide('Edition 0'),
    'posts/other.md': toPostText({ title: 'Elsewhere', section: 'Sport' }),
  })
  let varnish: RunningProgram
  let site: SiteServer
  let url: string

  beforeAll(async () => {
    const port = await findFreePort()
    url = `http://127.0.0.1:${port}`
    site = await startSite(paper, { PURGE_VARNISH: url, PURGE_VARNISH_METHOD: method })
    varnish = await startVarnish(port, Number(new URL(site.url).port))
    // What the site could not tell before Varnish was there, it tells by and by.
    await eventually(async () =>
      expect((await (await site.get('/healthz')).json()).faults).not.toContain('purge-failed'),
    )
  })

  afterAll(async () => {
    await varnish.stop()
    await site.stop()
    paper.close()
  })

  const ask = (path: string, headers: Record<string, string> = {}) => fetchRaw(url + path, { headers })
  const readTitle = async (path: string) => /Edition \d+/.exec((await ask(path)).body.toString())?.[0]

  it('a page is kept until it changes, by a promise that ends before midnight', async () => {
    await ask('/posts/tide')
    const { headers, status } = await ask('/posts/tide')
    expect(status).toBe(200)
    expect(headers['x-cache']).toBe('hit')
    const [, seconds] = /s-maxage=(\d+)/.exec(String(headers['cache-control'])) ?? []
    expect(Number(seconds)).toBeLessThanOrEqual(86_400)
    expect(headers).not.toHaveProperty('surrogate-key')
  })

  it('a save is seen on every page that shows it, and never again what was before', async () => {
    const pages = ['/posts/tide', '/', '/sections/harbour', '/feed.xml']
    for (let edition = 1; edition <= 5; edition += 1) {
      for (const page of pages) await ask(page)
      paper.write('posts/tide.md', toTide(`Edition ${edition}`))
      for (const page of pages)
        await eventually(async () => expect(await readTitle(page)).toBe(`Edition ${edition}`))
      const later = await Promise.all(
        Array.from({ length: 40 }, (_none, at) => readTitle(pages[at % 4] ?? '/')),
      )
      expect(new Set(later)).toEqual(new Set([`Edition ${edition}`]))
    }
  })

  it('readers who ask all the while never see an older edition after a newer one', async () => {
    let isOver = false
    const seen = await Promise.all(
      [0, 1, 2, 3]
        .map(async () => {
          const editions: number[] = []
          while (!isOver) editions.push(Number((await readTitle('/posts/tide'))?.slice('Edition '.length)))
          return editions
        })
        .concat(
          (async () => {
            for (let edition = 11; edition <= 18; edition += 1) {
              paper.write('posts/tide.md', toTide(`Edition ${edition}`))
              await eventually(async () => expect(await readTitle('/posts/tide')).toBe(`Edition ${edition}`))
            }
            isOver = true
            return []
          })(),
        ),
    )
    for (const editions of seen) expect(editions).toEqual(editions.toSorted((a, b) => a - b))
    expect(await readTitle('/posts/tide')).toBe('Edition 18')
  })

  it('what a save does not concern stays', async () => {
    await ask('/sections/sport')
    paper.write('posts/tide.md', toTide('Edition 20'))
    await eventually(async () => expect(await readTitle('/posts/tide')).toBe('Edition 20'))
    expect((await ask('/sections/sport')).headers['x-cache']).toBe('hit')
  })

  it('an embargo lifts for those who asked before', async () => {
    const getRevision = async (): Promise<number> => (await (await site.get('/healthz')).json()).revision
    const before = await getRevision()
    // Times in front matter are whole seconds.
    const lift = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 4_000)
    paper.write('posts/late.md', toPostText({ title: 'For later', date: lift.toISOString() }))
    await eventually(async () => expect(await getRevision()).toBeGreaterThan(before))
    expect((await ask('/posts/late')).status).toBe(404)
    expect((await ask('/')).body.toString()).not.toContain('For later')
    await eventually(async () => {
      expect((await ask('/posts/late')).status).toBe(200)
      expect((await ask('/')).body.toString()).toContain('For later')
    })
    expect(Date.now()).toBeGreaterThanOrEqual(lift.getTime())
  })

  it('a story that is gone is gone', async () => {
    await ask('/posts/other')
    paper.remove('posts/other.md')
    await eventually(async () => expect((await ask('/posts/other')).status).toBe(410))
  })

  it('each coding and each version is kept for those who ask for it', async () => {
    const read = async (headers: Record<string, string>) => (await ask('/posts/tide', headers)).headers
    for (const _time of [1, 2]) {
      expect((await read({ 'accept-encoding': 'br, gzip' }))['content-encoding']).toBe('br')
      expect((await read({ 'accept-encoding': 'gzip' }))['content-encoding']).toBe('gzip')
      expect(await read({})).not.toHaveProperty('content-encoding')
      expect((await read({ accept: 'text/markdown' }))['content-type']).toContain('text/markdown')
      expect((await read({ accept: 'text/html,*/*;q=0.8' }))['content-type']).toContain('text/html')
    }
  })

  it('an address with what newsletters add is the same page', async () => {
    await ask('/posts/tide')
    expect((await ask('/posts/tide?utm_source=letter&utm_medium=mail')).headers['x-cache']).toBe('hit')
    expect((await ask('/posts/tide?fbclid=1')).headers['x-cache']).toBe('hit')
    expect((await ask('/search?q=tide&utm_source=letter')).body.toString()).toContain('value="tide"')
  })

  it('the figures are not shown, and who cannot say what to purge is refused', async () => {
    expect((await ask('/metrics')).status).toBe(404)
    expect((await fetchRaw(url, { method: 'PURGE' })).status).toBe(400)
  })
})
