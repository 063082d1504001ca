import type { IncomingMessage } from 'node:http'

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
