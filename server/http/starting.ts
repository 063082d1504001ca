import type { SiteHandler } from '../site-handler.ts'

/** What everyone is told until the build and the first reading of the files are complete. */
export const STARTING: SiteHandler = {
  handle: (_request, response) => {
    response
      .writeHead(503, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', 'Retry-After': '2' })
      .end('{"status":"starting"}')
  },
  answerSimple: () => false,
}
