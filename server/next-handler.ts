import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import next from 'next'
import type { Env } from '#lib/config/env.ts'
import { peekIndex } from '#lib/index/open-index.ts'
import { asksForPicture, servePicture } from './serve-picture.ts'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** Next's request handler for the build in this folder, with derived pictures answered in front of it. */
export async function createHandler(server: Server, { host, port }: Env): Promise<Handler> {
  const app = next({
    dev: false,
    dir: process.cwd(),
    hostname: host ?? 'localhost',
    port,
    httpServer: server,
  })
  const handle = app.getRequestHandler()
  await app.prepare()
  return (request, response) => {
    const served = asksForPicture(request)
      ? servePicture(peekIndex(), request, response)
      : handle(request, response)
    served.catch((error: unknown) => {
      console.error(error)
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' })
      response.end('Internal Server Error')
    })
  }
}
