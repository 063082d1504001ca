import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type FastHandler, type FastPath, openFastPath } from '../../../server/fast-path/fast-path.ts'
import { createHttpServer } from '../../../server/http/http-server.ts'
import { eventually } from '../../support/eventually.ts'
import { listen } from '../../support/fake-site.ts'
import { speakRaw } from '../../support/speak-raw.ts'

const ASK = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'
const BODY = Buffer.alloc(20_000, 'tide ')
const LINES = ['Content-Length', String(BODY.length)]

const answerAtOnce: FastHandler = (_request, response) => {
  response.writeHead(200, LINES)
  response.end(BODY)
  return true
}

type Bench = { server: Server; desk: FastPath; url: string; sockets: Socket[]; open: () => Socket }

const benches: Bench[] = []

/** A server with a desk that answers so; node:http behind it answers 418. */
async function startBench(answer: FastHandler, limits: Partial<Server> = {}): Promise<Bench> {
  const server = createHttpServer((_request, response) => void response.writeHead(418).end())
  Object.assign(server, limits)
  const desk = openFastPath(server, answer)
  const sockets: Socket[] = []
  server.on('connection', (socket) => void sockets.push(socket))
  const url = await listen(server)
  const open = () => {
    const { port, hostname } = new URL(url)
    return connect(Number(port), hostname).on('error', () => {})
  }
  const bench = { server, desk, url, sockets, open }
  benches.push(bench)
  return bench
}

afterEach(async () => {
  for (const { server, sockets } of benches.splice(0)) {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** What a socket says until it ends. */
async function hearOut(socket: Socket): Promise<string> {
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1')
  })
  await once(socket, 'close')
  return text
}

it('ends a connection that asks nothing, as node:http does', async () => {
  const bench = await startBench(answerAtOnce, { headersTimeout: 300 })
  expect(await hearOut(bench.open())).toBe(
    'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
  )
})

it('hands half a request over with all its limits', async () => {
  const bench = await startBench(answerAtOnce, { headersTimeout: 300 })
  const socket = bench.open()
  socket.write('GET / HTTP/1.1\r\n')
  expect(await hearOut(socket)).toMatch(/^HTTP\/1\.1 408 /)
})

it('keeps a connection for as long as it says, counted from the last answer', async () => {
  const bench = await startBench(answerAtOnce, { keepAliveTimeout: 1000, keepAliveTimeoutBuffer: 0 })
  const socket = bench.open()
  const heard = hearOut(socket)
  for (let i = 0; i < 4; i += 1) {
    socket.write(ASK)
    await wait(400)
  }
  // Four questions over 1.2 s, more than the connection is kept for idle: each answer begins the time anew.
  expect((await heard).match(/Keep-Alive: timeout=1\r\n/g)).toHaveLength(4)
})

it('keeps a connection whose answer had to be made, and answers what came meanwhile after it', async () => {
  const bench = await startBench(async ({ url }, response) => {
    await wait(url === '/first' ? 100 : 0)
    response.writeHead(200, [...LINES, 'X-Url', String(url)])
    response.end(BODY)
  })
  const asked = ['/first', '/second', '/third'].map((path) => ASK.replace('/', path))
  const { text } = await speakRaw(bench.url, asked, { pauseMs: 10 })
  expect(text.match(/(?<=X-Url: ).*|418/g)).toEqual(['/first', '/second', '/third'])
})

it('holds little for a client that asks and never reads', async () => {
  const bench = await startBench(answerAtOnce)
  const socket = bench.open().setNoDelay().pause()
  socket.write(ASK)
  await eventually(() => expect(bench.sockets[0]?.bytesWritten).toBeGreaterThan(BODY.length))
  let most = 0
  for (let i = 0; i < 10_000; i += 1) {
    socket.write(ASK)
    await new Promise(setImmediate)
    most = Math.max(most, bench.sockets[0]?.writableLength ?? 0)
  }
  expect(most).toBeGreaterThan(BODY.length)
  expect(most).toBeLessThan(200_000)
  socket.destroy()
  await eventually(async () => expect(bench.sockets[0]?.destroyed).toBe(true))
})

it('goes on when a slow client has taken what it was sent', async () => {
  const body = Buffer.alloc(8_000_000, 'tide ')
  const bench = await startBench((_request, response) => {
    response.writeHead(200, ['Content-Length', String(body.length)])
    response.end(body)
    return true
  })
  const socket = bench.open().pause()
  socket.write(ASK)
  await eventually(async () => expect(bench.sockets[0]?.isPaused()).toBe(true))
  socket.write(ASK)
  let bytes = 0
  socket.on('data', (chunk) => {
    bytes += chunk.length
  })
  socket.resume()
  await eventually(async () => expect(bytes).toBeGreaterThan(2 * body.length))
})

it('drops a client that takes nothing of its answer', async () => {
  const limits = { keepAliveTimeout: 200, keepAliveTimeoutBuffer: 0, timeout: 600 }
  const body = Buffer.alloc(8_000_000)
  const bench = await startBench((_request, response) => {
    response.writeHead(200, ['Content-Length', String(body.length)])
    response.end(body)
    return true
  }, limits)
  const socket = bench.open().pause()
  socket.write(ASK)
  await wait(400)
  expect(bench.sockets[0]?.destroyed).toBe(false)
  await eventually(async () => expect(bench.sockets[0]?.destroyed).toBe(true))
})

it('is not troubled by a client that breaks off while its answer is made', async () => {
  let finish = () => {}
  const bench = await startBench(async (_request, response) => {
    await new Promise<void>((resolve) => {
      finish = resolve
    })
    response.writeHead(200, LINES)
    response.end(BODY)
  })
  const socket = bench.open()
  socket.write(ASK)
  await eventually(async () => expect(bench.sockets).toHaveLength(1))
  await wait(50)
  socket.resetAndDestroy()
  await wait(50)
  finish()
  await eventually(async () => expect(bench.sockets[0]?.destroyed).toBe(true))
})

it('ends its side when the client has ended the other, after the answer', async () => {
  const bench = await startBench(answerAtOnce)
  const socket = bench.open()
  socket.end(ASK)
  expect((await hearOut(socket)).length).toBeGreaterThan(BODY.length)
})

it('answers for the last time when it is stopped, and ends what is idle', async () => {
  let finish = () => {}
  const bench = await startBench((request, response) => {
    if (request.url === '/') return answerAtOnce(request, response)
    const made = new Promise<void>((resolve) => {
      finish = resolve
    })
    return made.then(() => void answerAtOnce(request, response))
  })
  const [idle, waiting] = [bench.open(), bench.open()]
  const heard = [hearOut(idle), hearOut(waiting)]
  idle.write(ASK)
  waiting.write(ASK.replace('/', '/slow'))
  await wait(100)
  bench.desk.stop()
  bench.desk.closeIdle()
  expect(await heard[0]).toContain('Connection: keep-alive\r\n')
  expect(bench.sockets.filter(({ destroyed }) => !destroyed)).toHaveLength(1)
  finish()
  const answered = (await heard[1]) ?? ''
  expect(answered).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  expect(answered).toContain('\r\nConnection: close\r\n\r\n')
  expect(answered.length).toBeGreaterThan(BODY.length)
})

it('leaves everything to node:http once it is stopped', async () => {
  const bench = await startBench(answerAtOnce)
  bench.desk.stop()
  expect((await speakRaw(bench.url, [ASK])).text).toMatch(/^HTTP\/1\.1 418 /)
})

it.each([
  ['a line break', ['X-A', 'a\r\nSet-Cookie: b']],
  ['a letter beyond Latin', ['X-A', '日']],
  ['a name that is none', ['X A', 'a']],
])('sends no head with %s in it', async (_name, lines) => {
  const bench = await startBench((_request, response) => {
    response.writeHead(200, [...LINES, ...lines])
    expect(() => response.end(BODY)).toThrow('This is no header line')
    return false
  })
  expect((await speakRaw(bench.url, [ASK])).text).toMatch(/^HTTP\/1\.1 418 /)
})
