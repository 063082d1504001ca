import type { IncomingMessage, Server } from 'node:http'

/**
 * Makes the answer to a request that asks for another protocol the last one of its connection. node:http answers it as
 * any other, but drops the bytes that came with it in one piece: a pipelined request would be left without an answer.
 */
export function closeAfterUpgrade(server: Server): void {
  server.prependListener('request', (request, response) => {
    if (asksForUpgrade(request)) response.shouldKeepAlive = false
  })
}

function asksForUpgrade({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headers.upgrade !== undefined && /\bupgrade\b/i.test(headers.connection ?? '')
}
