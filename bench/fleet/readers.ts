import { Agent, get } from 'node:https'
import { setTimeout as wait } from 'node:timers/promises'
import { readEdition } from './edition-text.ts'

/** What a reader was answered. `fault` is null for a whole page that is the one asked for. */
export type Answer = { path: string; startedAt: number; fault: string | null; edition: number | null }

/** Readers who ask at a steady rate. `take`: the answers since the last time. */
export type Readers = { take: () => Answer[]; stop: () => Promise<void> }

const TICK_MS = 20
const MAX_LATE_MS = 100
const TIMEOUT_MS = 15_000

/**
 * Half of the requests are for the story that is saved again and again, the others for `stories`. Every third has a query of its own,
 * which the site passes over and a cache does not: it reaches an instance.
 *
 * @param rate requests a second; HAProxy's recipe lets one address have 100
 */
export function startReaders(front: string, stories: readonly string[], rate: number): Readers {
  const agent = new Agent({ keepAlive: true, maxSockets: 16, rejectUnauthorized: false })
  const under = new Set<Promise<void>>()
  let answers: Answer[] = []
  let isOver = false
  let sent = 0

  async function ask(path: string, query: string): Promise<void> {
    const startedAt = performance.now()
    const { status, text } = await fetchPage(agent, front + path + query)
    const isRight = status === '200' && text.includes(`/posts/${path.split('/').at(-1)}"`)
    const fault = isRight ? null : status === '200' ? 'another page' : status
    answers.push({ path, startedAt, fault, edition: readEdition(text) })
  }

  const running = (async () => {
    // What a busy machine did not let be sent is not sent later: HAProxy would take it for an attack.
    let due = performance.now()
    for (; !isOver; await wait(TICK_MS)) {
      due = Math.max(due, performance.now() - MAX_LATE_MS)
      for (; due < performance.now(); due += 1_000 / rate) {
        sent += 1
        const story = stories[sent % stories.length] ?? ''
        const query = sent % 3 === 0 ? `?turn=${sent}` : ''
        const asking = ask(sent % 2 === 0 ? '/posts/edition' : story, query)
        under.add(asking)
        asking.finally(() => under.delete(asking))
      }
    }
  })()

  return {
    take: () => {
      const taken = answers
      answers = []
      return taken
    },
    stop: async () => {
      isOver = true
      await running
      await Promise.all(under)
      agent.destroy()
    },
  }
}

/** The status, or the error's message, and the text. Never rejects. */
function fetchPage(agent: Agent, url: string): Promise<{ status: string; text: string }> {
  return new Promise((resolve) => {
    const fail = (error: Error) => resolve({ status: error.message, text: '' })
    const options = { agent, headers: { host: 'paper.example' }, timeout: TIMEOUT_MS }
    const request = get(url, options, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () =>
        resolve({ status: response.complete ? String(response.statusCode) : 'cut off', text }),
      )
      response.on('error', fail)
    })
    request.on('timeout', () => request.destroy(new Error('no answer in 15 s')))
    request.on('error', fail)
  })
}
