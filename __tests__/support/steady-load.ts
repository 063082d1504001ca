import { get as getPlain, Agent as PlainAgent, type RequestOptions } from 'node:http'
import { Agent, get } from 'node:https'
import { setTimeout as wait } from 'node:timers/promises'

/** What became of all requests: how many were answered 200, and what happened to the others. */
export type LoadResult = { answered: number; failures: string[] }

const CLIENTS = 4
const PAUSE_MS = 25

/**
 * A few readers who ask without end for these pages, on connections that are kept alive; each time by another query, which
 * the site passes over and a cache in front does not.
 */
export function startLoad(origin: string, paths: readonly string[]): { stop: () => Promise<LoadResult> } {
  const result: LoadResult = { answered: 0, failures: [] }
  let isOver = false
  const clients = Array.from({ length: CLIENTS }, async (_none, client) => {
    const ask = createAsker(origin)
    for (let turn = client; !isOver; turn += 1) {
      const outcome = await ask(`${paths[turn % paths.length]}?turn=${client}-${turn}`)
      if (outcome === '200') result.answered += 1
      else result.failures.push(outcome)
      await wait(PAUSE_MS)
    }
  })
  return {
    stop: async () => {
      isOver = true
      await Promise.all(clients)
      return result
    },
  }
}

/** Asks for a page once, whatever the certificate says, and gives the status or the error's message. */
export function askOnce(url: string): Promise<string> {
  const { origin, pathname, search } = new URL(url)
  return createAsker(origin)(pathname + search)
}

/** Asks for a path; gives the status, or the error's message. */
function createAsker(origin: string): (path: string) => Promise<string> {
  const options = { keepAlive: true, maxSockets: 1 }
  const isSecure = origin.startsWith('https:')
  const agent = isSecure ? new Agent({ ...options, rejectUnauthorized: false }) : new PlainAgent(options)
  return (path) =>
    new Promise((resolve) => {
      const asked: RequestOptions = { agent, headers: { host: 'paper.example' } }
      const request = (isSecure ? get : getPlain)(origin + path, asked, (response) => {
        response.resume()
        response.on('end', () => resolve(response.complete ? String(response.statusCode) : 'cut off'))
        response.on('error', (error) => resolve(error.message))
      })
      request.on('error', (error) => resolve(error.message))
    })
}
