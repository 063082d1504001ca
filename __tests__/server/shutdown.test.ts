import { Agent, get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { createPaper, toPostText } from '../support/paper.ts'
import { startSite } from '../support/site-server.ts'

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
    await wait(700)
    const ended = new Promise((resolve) => site.process.once('exit', resolve))
    const started = performance.now()
    site.process.kill(signal)
    await Promise.all(work)
    expect(await ended).toBe(0)
    expect(performance.now() - started).toBeLessThan(5000)
    expect(counts).toEqual({ answered: counts.answered, refused: CLIENTS, lost: 0 })
    expect(counts.answered).toBeGreaterThan(CLIENTS)
  },
)
