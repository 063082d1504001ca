import { findOpenIndex } from '#lib/sync/open-index.ts'
import type { SiteHandler } from '../site-handler.ts'

/** What everyone is told until the build and the first reading of the files are complete, and what keeps them so. */
export const STARTING: SiteHandler = {
  handle: (_request, response) => {
    response
      .writeHead(503, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', 'Retry-After': '2' })
      .end(JSON.stringify({ status: 'starting', faults: [...(findOpenIndex()?.faults.keys() ?? [])].sort() }))
  },
  answerSimple: () => false,
}
