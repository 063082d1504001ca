import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

/** An answer as it was rendered: nothing compressed, nothing left out. */
export type CapturedResponse = {
  status: number
  headers: OutgoingHttpHeaders
  body: Buffer
  /** A file of the paper: sent to the byte as it is. */
  isVerbatim?: true
}

/** Header lines of a request by their names in lower case. */
export type RequestHeaders = Readonly<Record<string, string>>

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const HEADER_END = Buffer.from('\r\n\r\n')

/**
 * Has a request handler answer a GET that no reader sent, and gathers the answer. The request says nothing of any
 * reader, so that what comes back is for all of them. Aborting ends the rendering as a reader who leaves would.
 */
export async function captureResponse(
  handle: Handle,
  url: string,
  headers: RequestHeaders,
  signal: AbortSignal,
): Promise<CapturedResponse> {
  const request = createRequest('GET', url, headers)
  const response = new ServerResponse(request)
  const socket = new CaptureSocket()
  response.assignSocket(socket)
  // Node's own server passes this on; whoever writes more than a buffer's worth waits for it.
  socket.on('drain', () => response.emit('drain'))
  signal.addEventListener('abort', () => socket.destroy(), { once: true })
  const finished = new Promise<void>((resolve, reject) => {
    response.once('finish', resolve)
    socket.once('close', () => reject(new Error(`The rendering of ${url} was broken off.`)))
  })
  await Promise.all([finished, handle(request, response)])
  const bytes = Buffer.concat(socket.chunks)
  const body = bytes.subarray(bytes.indexOf(HEADER_END) + HEADER_END.length)
  return { status: response.statusCode, headers: response.getHeaders(), body }
}

/** A request on no connection. HTTP/1.0 knows no chunks: what follows an answer's header is its body. */
export function createRequest(
  method: string,
  url: string,
  headers: RequestHeaders,
  body: Buffer | null = null,
): IncomingMessage {
  const request = new IncomingMessage(new Socket())
  request.method = method
  request.url = url
  request.httpVersion = '1.0'
  request.httpVersionMajor = 1
  request.httpVersionMinor = 0
  request.headers = { ...headers }
  request.rawHeaders = Object.entries(headers).flat()
  if (body !== null) request.push(body)
  request.push(null)
  return request
}

/** A socket that leads nowhere: what is written to it is kept. */
class CaptureSocket extends Socket {
  readonly chunks: Buffer[] = []

  override _write(chunk: Buffer | string, encoding: BufferEncoding, done: () => void): void {
    this._writev([{ chunk, encoding }], done)
  }

  override _writev(pieces: { chunk: Buffer | string; encoding: BufferEncoding }[], done: () => void): void {
    for (const { chunk, encoding } of pieces)
      this.chunks.push(typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk)
    done()
  }
}
