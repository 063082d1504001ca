import type { IncomingMessage, ServerResponse } from 'node:http'
import { findOpenIndex } from '#lib/sync/open-index.ts'
import type { SiteHandler } from '../site-handler.ts'

/** Requests that wait for the site to open, and how long each does: longer than a restart, shorter than a proxy's patience. */
const MAX_WAITING = 1_000
const PATIENCE_MS = 20_000

export type Starting = {
  /** Answers until the build and the first reading of the files are complete. */
  handler: SiteHandler
  /** Has the site answer everyone who waits. */
  end: (site: SiteHandler) => void
}

type Waiting = { request: IncomingMessage; response: ServerResponse; timer: NodeJS.Timeout }

/**
 * What answers while the site is not open yet: 503, and what keeps it so. After a restart (`mayWait`) that is for a second or
 * two, and requests wait for it; a load balancer's are answered at once.
 */
export function createStarting({
  mayWait,
  maxWaiting = MAX_WAITING,
}: {
  mayWait: boolean
  maxWaiting?: number
}): Starting {
  const waiting = new Set<Waiting>()

  function handle(request: IncomingMessage, response: ServerResponse): void {
    if (!mayWait || waiting.size >= maxWaiting || isHealthCheck(request)) {
      sayStarting(response)
      return
    }
    const timer = setTimeout(() => {
      waiting.delete(entry)
      sayStarting(response)
    }, PATIENCE_MS)
    const entry: Waiting = { request, response, timer }
    waiting.add(entry)
    response.once('close', () => {
      waiting.delete(entry)
      clearTimeout(timer)
    })
  }

  function end(site: SiteHandler): void {
    const all = [...waiting]
    waiting.clear()
    for (const { request, response, timer } of all) {
      clearTimeout(timer)
      site.handle(request, response)
    }
  }

  return { handler: { handle, answerSimple: () => false }, end }
}

function isHealthCheck({ url = '' }: IncomingMessage): boolean {
  return url === '/healthz' || url.startsWith('/healthz?')
}

function sayStarting(response: ServerResponse): void {
  response
    .writeHead(503, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', 'Retry-After': '2' })
    .end(JSON.stringify({ status: 'starting', faults: [...(findOpenIndex()?.faults.keys() ?? [])].sort() }))
}
