import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import path from 'node:path'
import { warm } from './fetch-bytes.ts'
import { print } from './print.ts'
import { type Server, startOurs } from './servers.ts'
import { loadUrl } from './wrk.ts'

const IDLE = Number(process.env.IDLE ?? 10_000)
const SLOW = 200
const ABREAST = 200
const ARTICLE = '/posts/ferry-returns'

/** Ten thousand readers who hold a connection and ask nothing, and some who never finish asking. */
export async function benchCrowd(folder: string): Promise<void> {
  const server = await startOurs(path.resolve('content'), path.join(folder, 'data-crowd'))
  try {
    await warm(server.url + ARTICLE, 'br')
    const load = { url: server.url + ARTICLE, encoding: 'br', connections: 32, seconds: 5, pauseMs: 10 }
    await loadUrl({ ...load, pauseMs: 0 })
    const before = readMegabytes(server.pid)
    const idle = await openIdle(server)
    const slow = openSlow(server)
    const { p99Ms, rate, failures } = await loadUrl(load)
    const more = readMegabytes(server.pid) - before
    print('connections held idle', String(idle.filter((socket) => !socket.destroyed).length))
    print(
      'others meanwhile',
      `p99 ${p99Ms.toFixed(1)} ms at ${Math.round(rate)} a second, ${failures} failures  (≤ 100 ms)`,
    )
    print('memory beyond before', `${more.toFixed(0)} MB  (≤ 300 MB)`)
    slow.close()
    for (const socket of idle) socket.destroy()
  } finally {
    await server.stop()
  }
}

/** Each asks once, reads the answer, and stays. */
async function openIdle(server: Server): Promise<Socket[]> {
  const sockets: Socket[] = []
  while (sockets.length < IDLE) {
    const batch = Array.from({ length: Math.min(ABREAST, IDLE - sockets.length) }, () => openOne(server))
    sockets.push(...(await Promise.all(batch)))
  }
  return sockets
}

function openOne({ url }: Server): Promise<Socket> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    socket.once('error', reject)
    socket.once('data', () => resolve(socket))
    socket.resume()
    socket.write('HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  })
}

/** A letter of a header now and then; whoever is cut off knocks again. */
function openSlow({ url }: Server): { close: () => void } {
  const { hostname, port } = new URL(url)
  const open = () => {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => {})
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n')
    return socket
  }
  const sockets = Array.from({ length: SLOW }, open)
  const timer = setInterval(() => {
    for (const [place, socket] of sockets.entries()) {
      if (socket.destroyed) sockets[place] = open()
      else socket.write('X-A: b\r\n')
    }
  }, 500)
  return {
    close: () => {
      clearInterval(timer)
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** Resident memory, from /proc. */
function readMegabytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024
}
