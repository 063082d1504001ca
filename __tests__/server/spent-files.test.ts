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

/** Whether the server ended a connection: at once, having no file left for it. */
const isEnded = ({ closed, readableEnded }: Socket) => closed || readableEnded

it('every family of pages is there again once files can be opened again', async () => {
  for (let i = 0; i < MAX_FILES + 30; i += 1) askAndStay('/healthz')
  await eventually(() =>
    expect(sockets.filter((socket) => !isEnded(socket) && socket.bytesRead === 0)).toHaveLength(0),
  )
  expect(sockets.filter(isEnded).length).toBeGreaterThan(0)
  const asked = sockets.filter((socket) => !isEnded(socket)).slice(0, ADDRESSES.length)
  const read = asked.map(({ bytesRead }) => bytesRead)
  for (const [i, socket] of asked.entries()) {
    socket.write(`GET ${ADDRESSES[i]?.[0]} HTTP/1.1\r\nHost: x\r\n\r\n`)
  }
  const isAwaited = (socket: Socket, i: number) => !isEnded(socket) && socket.bytesRead === read[i]
  await eventually(() => expect(asked.filter(isAwaited)).toHaveLength(0))
  for (const socket of sockets) socket.destroy()
  await eventually(async () => expect((await site.get('/healthz')).status).toBe(200))
  const answers: [path: string, status: number][] = []
  for (const [path] of ADDRESSES) answers.push([path, (await site.get(path)).status])
  expect(answers).toEqual(ADDRESSES)
})
