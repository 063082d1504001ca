import { createServer, type IncomingHttpHeaders } from 'node:http'

/** A message as a cache hears it. */
export type HeardMessage = { method: string; url: string; headers: IncomingHttpHeaders; body: string }

/** A stand-in for caches and for the interfaces of services: hears everything, and answers as it is told. */
export type PurgeReceiver = {
  url: string
  heard: HeardMessage[]
  /** Answers from now on. */
  answerWith: (status: number, headers?: Record<string, string>) => void
  close: () => Promise<void>
}

export async function startPurgeReceiver(): Promise<PurgeReceiver> {
  const heard: HeardMessage[] = []
  let answer: { status: number; headers: Record<string, string> } = { status: 200, headers: {} }
  const server = createServer(async (request, response) => {
    const chunks = await Array.fromAsync(request)
    const { method = '', url = '', headers } = request
    heard.push({ method, url, headers, body: Buffer.concat(chunks).toString() })
    response.writeHead(answer.status, answer.headers).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    heard,
    answerWith: (status, headers = {}) => {
      answer = { status, headers }
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
