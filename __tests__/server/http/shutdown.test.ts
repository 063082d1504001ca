import { execFileSync, spawn } from 'node:child_process'
import { Agent, get } from 'node:http'
import { connect, type Socket } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { eventually } from '../../support/eventually.ts'
import { createPaper, toPostText } from '../../support/paper.ts'
import { startSite } from '../../support/site-server.ts'

const CLIENTS = 24
const paper = createPaper(
  Object.fromEntries(
    Array.from({ length: 200 }, (_none, i) => [`posts/story-${i}.md`, toPostText({ title: `Story ${i}` })]),
  ),
)

afterAll(() => paper.close())

type Outcome = 'answered' | 'refused' | 'lost'

/** One request on a connection of its own that is kept alive; cut short in any way but a refused connection, it is lost. */
function ask(url: string, agent: Agent): Promise<Outcome> {
  return new Promise((resolve) => {
    const request = get(url, { agent }, (response) => {
      response.resume()
      response.on('end', () =>
        resolve(response.complete && response.statusCode === 200 ? 'answered' : 'lost'),
      )
      response.on('error', () => resolve('lost'))
    })
    request.on('error', (error) =>
      resolve('code' in error && error.code === 'ECONNREFUSED' ? 'refused' : 'lost'),
    )
  })
}

it.each(['SIGTERM', 'SIGINT'] as const)(
  'on %s every request taken is answered, and the process ends',
  async (signal) => {
    const site = await startSite(paper, { LOG: 'off' })
    const counts = { answered: 0, refused: 0, lost: 0 }
    const work = Array.from({ length: CLIENTS }, async (_none, client) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      for (let i = client; ; i += 1) {
        const outcome = await ask(`${site.url}/posts/story-${i % 200}`, agent)
        counts[outcome] += 1
        if (outcome !== 'answered') break
      }
      agent.destroy()
    })
    await eventually(() => expect(counts.answered).toBeGreaterThan(CLIENTS))
    const ended = new Promise((resolve) => site.process.once('exit', resolve))
    site.process.kill(signal)
    await Promise.all(work)
    expect(await ended).toBe(0)
    expect(counts).toEqual({ answered: counts.answered, refused: CLIENTS, lost: 0 })
  },
)

/** A connection on which one story was asked for, and all that was heard on it so far. */
async function askOnce(url: string): Promise<{ socket: Socket; hear: () => string }> {
  const socket = connect(Number(new URL(url).port), 'localhost').on('error', () => {})
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk.toString()
  })
  socket.write('GET /posts/story-0 HTTP/1.1\r\nHost: x\r\n\r\n')
  await eventually(() => expect(text).toContain('</html>'))
  return { socket, hear: () => text }
}

it('answers once more who asks on an open connection, and ends those on which nobody asks', async () => {
  const site = await startSite(paper, { LOG: 'off' })
  const [idle, asking] = [await askOnce(site.url), await askOnce(site.url)]
  const ended = new Promise((resolve) => site.process.once('exit', resolve))
  site.process.kill('SIGTERM')
  await wait(200)
  expect(idle.socket.readyState).toBe('open')
  asking.socket.write('GET /posts/story-0 HTTP/1.1\r\nHost: x\r\n\r\n')
  expect(await ended).toBe(0)
  expect(idle.hear().match(/^Connection: .*/gm)).toEqual(['Connection: keep-alive'])
  expect(asking.hear().match(/^Connection: .*/gm)).toEqual(['Connection: keep-alive', 'Connection: close'])
  expect(asking.hear().match(/<\/html>/g)).toHaveLength(2)
})

it('ends at the deadline though a thread waits for a disk that does not answer', async () => {
  const pipe = path.join(paper.contentDir, 'pipe')
  execFileSync('mkfifo', [pipe])
  const child = spawn(process.execPath, ['__tests__/support/stuck-process.ts', pipe])
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))
  await eventually(() => expect(text).toContain('port'))
  const socket = connect(Number(/"port":(\d+)/.exec(text)?.[1]), 'localhost').on('error', () => {})
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await eventually(() => expect(text).toContain('asked'))
  child.kill('SIGTERM')
  expect(await ended).toBe('SIGKILL')
  expect(text).toContain('flushed')
})
