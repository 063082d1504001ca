import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** What came back over a bare socket, and whether the other side then ended the connection. */
export type Heard = { text: string; ended: boolean }

const QUIET_MS = 200

/** How long an answer may take, on a machine that has much to do. */
const TIMEOUT_MS = 60_000

/**
 * Writes pieces to a bare socket, each in a packet of its own, and gathers what comes back until nothing more does. What
 * differs from one request to the next (times, ids) is made the same.
 *
 * @param answers how many are waited for before silence counts as the end
 */
export async function speakRaw(
  url: string,
  pieces: readonly string[],
  { pauseMs = 5, answers = 1 } = {},
): Promise<Heard> {
  const { port, hostname } = new URL(url)
  const socket = connect({ port: Number(port), host: hostname, noDelay: true })
  let text = ''
  let last = performance.now()
  let ended = false
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1')
    last = performance.now()
  })
  socket.once('close', () => {
    ended = true
  })
  socket.on('error', () => {})
  for (const piece of pieces) {
    if (!socket.destroyed) socket.write(piece, 'latin1')
    await wait(pauseMs)
    last = performance.now()
  }
  const getPatience = () => (countAnswers(text) < answers ? TIMEOUT_MS : QUIET_MS)
  while (!ended && performance.now() - last < getPatience()) await wait(20)
  socket.destroy()
  return { text: mask(text), ended }
}

function countAnswers(text: string): number {
  return text.match(/^HTTP\/1\.1 \d/gm)?.length ?? 0
}

/** What differs from one second to the next, and identifiers. */
function mask(text: string): string {
  return text
    .replace(/^Date: .*\r$/gm, 'Date: …\r')
    .replace(/(stale-if-error|stale-while-revalidate|s-maxage)=\d+/g, '$1=…')
    .replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, '…')
}
