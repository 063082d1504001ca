import { connect } from 'node:net'

const CONNECTIONS = 16
const SECONDS = 4

/** Requests a second that a URL is answered with 200, over kept connections, one request at a time on each. */
export async function measureRate(url: string): Promise<number> {
  const response = await fetch(url)
  await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}`)
  const until = performance.now() + SECONDS * 1000
  const counts = await Promise.all(Array.from({ length: CONNECTIONS }, () => askUntil(new URL(url), until)))
  return counts.reduce((sum, count) => sum + count, 0) / SECONDS
}

/** Every answer is as long as the first, so that only bytes need be counted. */
function askUntil({ hostname, port, host, pathname, search }: URL, until: number): Promise<number> {
  const request = `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nAccept: image/avif,image/webp\r\n\r\n`
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request))
    let answers = 0
    let read = 0
    let length = 0
    let head = ''
    socket.on('error', reject)
    socket.on('data', (piece: Buffer) => {
      read += piece.length
      if (length === 0) {
        head += piece.toString('latin1')
        length = findLength(head)
      }
      if (length === 0 || read < length) return
      answers += 1
      read = 0
      if (performance.now() < until) socket.write(request)
      else {
        socket.destroy()
        resolve(answers)
      }
    })
  })
}

/** Of head and body together; 0 while that cannot be said. */
function findLength(text: string): number {
  const end = text.indexOf('\r\n\r\n')
  const body = /\r\ncontent-length: (\d+)/i.exec(text)?.[1]
  if (end === -1) return 0
  if (body !== undefined) return end + 4 + Number(body)
  return text.endsWith('\r\n0\r\n\r\n') ? text.length : 0
}
