import { connect, type Socket } from 'node:net'
import { eventually } from '../support/eventually.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import { type SiteServer, startSite } from '../support/site-server.ts'

const MAX_FILES = 100

/** One address of each family of pages and routes, none of which was asked for before. */
const ADDRESSES: [path: string, status: number][] = [
  ['/posts/tide', 200],
  ['/posts/tide.md', 200],
  ['/sections/harbour', 200],
  ['/sections/harbour/feed.json', 200],
  ['/tags/ferry', 200],
  ['/authors/ann-quay', 200],
  ['/archive', 200],
  ['/archive/2026', 200],
  ['/archive/2026/01', 200],
  ['/about', 200],
  ['/corrections', 200],
  ['/search', 200],
  ['/feed.json', 200],
  ['/sitemap.xml', 200],
  ['/robots.txt', 200],
  ['/manifest.webmanifest', 200],
  ['/llms.txt', 200],
  ['/nothing-here', 404],
  ['/media/none.jpg', 404],
  ['/healthz', 200],
]

const paper = createPaper({
  'posts/tide.md': toPostText({
    title: 'High water',
    category: 'Harbour',
    tags: '[ferry]',
    author: 'Ann Quay',
  }),
  'pages/about.md': '---\ntitle: About us\n---\n\nWe print the tide.\n',
})
let site: SiteServer
const sockets: Socket[] = []

beforeAll(async () => {
  site = await startSite(paper, {}, { maxFiles: MAX_FILES })
})
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  await site.stop()
  paper.close()
})

/** A connection that asks for a path and stays open, whatever becomes of it. */
function askAndStay(path: string): void {
  const socket = connect(Number(new URL(site.url).port), '127.0.0.1')
  socket.on('error', () => {})
  socket.resume()
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`)
  sockets.push(socket)
}

/** How many of its connections the server ended at once, having no file left for them. */
const countEnded = () => sockets.filter(({ closed, readableEnded }) => closed || readableEnded).length

it('every family of pages is there again once files can be opened again', async () => {
  for (let i = 0; i < MAX_FILES + 30; i += 1) askAndStay('/healthz')
  await eventually(() => expect(countEnded()).toBeGreaterThan(0))
  const open = sockets.filter(({ closed, readableEnded }) => !closed && !readableEnded)
  for (const [i, [path]] of ADDRESSES.entries()) {
    open[i]?.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`)
  }
  await eventually(() => expect(open.every(({ bytesRead }) => bytesRead > 0)).toBe(true), 30_000)
  for (const socket of sockets) socket.destroy()
  await eventually(async () => expect((await site.get('/healthz')).status).toBe(200))
  const answers = await Promise.all(
    ADDRESSES.map(async ([path]) => [path, (await site.get(path)).status] as const),
  )
  expect(answers).toEqual(ADDRESSES)
})
