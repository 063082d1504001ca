import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** A server of pictures, good and hostile, on this machine. */
export type PictureServer = {
  url: string
  port: number
  /** What it says from now on at a path. */
  answer: (path: string, answer: Answer) => void
  /** The paths it was asked for, in order. */
  asked: string[]
  /** How many answers are still under way. */
  countOpen: () => number
  close: () => Promise<void>
}

export async function startPictureServer(first: Record<string, Answer | Uint8Array>): Promise<PictureServer> {
  const answers = { ...first }
  const asked: string[] = []
  const open = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    open.add(response)
    response.once('close', () => open.delete(response))
    const answer = answers[path]
    if (answer === undefined) response.writeHead(404).end()
    else if (typeof answer === 'function') answer(response, request)
    else response.writeHead(200, { 'content-type': 'image/jpeg' }).end(answer)
  })
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    answer: (path, answer) => {
      answers[path] = answer
    },
    asked,
    countOpen: () => open.size,
    close: () => close(server),
  }
}

/** Answers with a redirect. */
export function redirectTo(location: string): Answer {
  return (response) => response.writeHead(302, { location }).end()
}

/** Sends pieces until the other side has had enough. */
export function streamForEver(response: ServerResponse): void {
  const piece = Buffer.alloc(256 * 1024, 0xff)
  response.writeHead(200, { 'content-type': 'image/jpeg' })
  const push = () => {
    while (!response.destroyed && response.write(piece));
    if (!response.destroyed) response.once('drain', push)
  }
  push()
}

/** Sends a byte now and then, and never ends. */
export function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'image/jpeg' })
  const timer = setInterval(() => response.write('x'), 20)
  response.once('close', () => clearInterval(timer))
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('No port'))
      else resolve(address.port)
    })
  })
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
