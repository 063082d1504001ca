import type { IncomingMessage, ServerResponse } from 'node:http'

/** What everyone is told until the build and the first reading of the files are complete. */
export function answerStarting(_request: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(503, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', 'Retry-After': '2' })
    .end('{"status":"starting"}')
}
