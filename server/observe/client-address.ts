import type { IncomingMessage } from 'node:http'

/** Header lines by which proxies tell of the client. Without TRUST_PROXY anybody could have written them. */
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
] as const

/** The client's address: the peer's, or what the outermost of `proxies` trusted proxies says of its own peer. */
export function getClientAddress(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  proxies: number,
): string {
  const peer = request.socket.remoteAddress ?? '-'
  const line = request.headers['x-forwarded-for']
  if (proxies === 0 || line === undefined) return peer
  const chain = [line].flat().join(',').split(',')
  return chain.at(-Math.min(proxies, chain.length))?.trim() || peer
}

/** Takes away what no proxy of ours wrote. */
export function dropForwarded({ headers }: Pick<IncomingMessage, 'headers'>): void {
  for (const name of FORWARDED) delete headers[name]
}

/** Whether the request comes from this machine and was not passed on by a proxy on it. */
export function isFromThisMachine({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): boolean {
  const isForwarded = FORWARDED.some((name) => headers[name] !== undefined)
  return !isForwarded && /^(?:127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '')
}
