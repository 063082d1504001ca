import { connect } from 'node:net'

const CONNECTIONS = 16
const SECONDS = 2

/** Requests, and requests a second, that a URL is answered with 200, over kept connections, one request at a time on each. */
export async function measureRate(url: string): Promise<{ rate: number; answers: number }> {
  const response = await fetch(url)
  await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}`)
  const until = performance.now() + SECONDS * 1000
  const counts = await Promise.all(Array.from({ length: CONNECTIONS }, () => askUntil(new URL(url), until)))
  const answers = counts.reduce((sum, count) => sum + count, 0)
  return { rate: answers / SECONDS, answers }
}

/** A server may end a connection after so many requests: the next one goes on. */
async function askUntil(url: URL, until: number): Promise<number> {
  let answers = 0
  while (performance.now() < until) answers += await askOnce(url, until)
  return answers
}

function askOnce({ hostname, port, host, pathname, search }: URL, until: number): Promise<number> {
  const request = `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nAccept: image/avif,image/webp\r\n\r\n`
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request))
    let answers = 0
    let read = 0
    let length = 0
    let isChunked = false
    socket.on('error', reject)
    socket.on('close', () => resolve(answers))
    socket.on('data', (piece: Buffer) => {
      read += piece.length
      if (length === 0 && !isChunked) {
        length = findLength(piece)
        isChunked = length === 0
      }
      if (isChunked ? !piece.subarray(-5).equals(LAST_CHUNK) : read < length) return
      answers += 1
      read = 0
      length = 0
      isChunked = false
      if (performance.now() < until) socket.write(request)
      else socket.destroy()
    })
  })
}

const LAST_CHUNK = Buffer.from('0\r\n\r\n')

/** Of head and body together, from the first piece of an answer; 0 when it comes in chunks. */
function findLength(piece: Buffer): number {
  const end = piece.indexOf('\r\n\r\n')
  const body = /\r\ncontent-length: (\d+)/i.exec(piece.toString('latin1', 0, end))?.[1]
  return body === undefined ? 0 : end + 4 + Number(body)
}
