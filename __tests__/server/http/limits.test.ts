import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { createHttpServer } from '../../../server/http/http-server.ts'
import { eventually } from '../../support/eventually.ts'
import { type FakeSite, startFakeSite, toRendered } from '../../support/fake-site.ts'
import { fetchRaw } from '../../support/fetch-raw.ts'

describe.each(['url', 'plainUrl'] as const)('a site by its %s', (address) => {
  let site: FakeSite

  beforeAll(async () => {
    const render = async (url: string) => {
      if (url === '/posts/slow') await wait(50)
      return toRendered(url)
    }
    site = await startFakeSite(render, { headersTimeout: 500 })
  })
  afterAll(() => site.close())

  /** Writes to a bare socket and resolves with all that came back, when the connection ends. */
  async function exchange(write: (send: (text: string) => boolean) => Promise<void> | void): Promise<string> {
    const { port, hostname } = new URL(site[address])
    const socket = connect(Number(port), hostname)
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk.toString()
    })
    const ended = new Promise((resolve) => socket.once('close', resolve))
    socket.on('error', () => {})
    await write((sent) => !socket.destroyed && socket.write(sent))
    await ended
    return text
  }

  it('refuses a header of 64 kB with 431', async () => {
    const answer = await exchange(
      (send) => void send(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(65_536)}\r\n\r\n`),
    )
    expect(answer).toMatch(/^HTTP\/1\.1 431 /)
  })

  it('refuses a body of 1 GB without reading it', async () => {
    const before = process.memoryUsage.rss()
    let taken = 0
    const answer = await exchange(async (send) => {
      send('GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1073741824\r\n\r\n')
      const piece = 'x'.repeat(1024 * 1024)
      for (let i = 0; i < 64; i += 1) {
        if (send(piece)) taken += 1
        await wait(1)
      }
    })
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(taken).toBeLessThan(16)
    expect(process.memoryUsage.rss() - before).toBeLessThan(300 * 1024 * 1024)
  })

  it('refuses a body of unsaid length', async () => {
    const answer = await exchange(
      (send) => void send('POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n'),
    )
    expect(answer).toMatch(/^HTTP\/1\.1 411 /)
  })

  it('has a refusal wait for the answers before it', async () => {
    const page = 'GET /posts/slow HTTP/1.1\r\nHost: x\r\n\r\n'
    const answers = await exchange(
      (send) => void send(`${page}${page}POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n`),
    )
    expect(
      answers.match(/HTTP\/1\.1 \d+|^Connection: close|\/posts\/slow(?=<)|^Method Not Allowed$/gm),
    ).toEqual([
      ...['HTTP/1.1 200', '/posts/slow', 'HTTP/1.1 200', '/posts/slow'],
      ...['HTTP/1.1 405', 'Connection: close', 'Method Not Allowed'],
    ])
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('answers %s of a page with 405', async (method) => {
    const { status, headers } = await fetchRaw(`${site[address]}/posts/one`, { method })
    expect(status).toBe(405)
    expect(headers.allow).toBe('GET, HEAD, OPTIONS')
  })

  it('ends the connection of a client that never finishes its header', async () => {
    const answer = await exchange(async (send) => {
      send('GET / HTTP/1.1\r\nHost: x\r\n')
      while (send('X-Slow: 1\r\n')) await wait(100)
    })
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  })

  it('answers what is no HTTP with 400', async () => {
    expect(await exchange((send) => void send('\x16\x03\x01 hello\r\n\r\n'))).toMatch(/^HTTP\/1\.1 400 /)
  })
})

describe('a request that breaks off within its body', () => {
  it.each([
    ['its sender says no more', 'end'],
    ['its sender is gone', 'destroy'],
  ] as const)('keeps no connection: %s', async (_name, leave) => {
    const closed: string[] = []
    const server = createHttpServer((request) => {
      request.on('error', () => {}).resume()
      request.socket.once('close', () => closed.push('closed'))
      // Nothing answers before the body is whole.
      asked.resolve()
    })
    const asked = Promise.withResolvers<void>()
    await new Promise<void>((resolve) => server.listen(0, resolve))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    const socket = connect(address.port, 'localhost').on('error', () => {})
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk.toString()
    })
    socket.write('POST /mcp HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{')
    await asked.promise
    socket[leave]()
    await eventually(() => expect(closed).toEqual(['closed']))
    if (leave === 'end') expect(text).toMatch(/^HTTP\/1\.1 400 /)
    await new Promise((resolve) => server.close(resolve))
  })
})
