import { isIPv6 } from 'node:net'

/** A registered name or an IPv4 address, or what stands in brackets, and a port. */
const HOST = /^(?:([\w.~!$&'()*+,;=%-]+)|\[([^\]]*)\])(?::\d{0,5})?$/
const BROKEN_PERCENT = /%(?![\da-f]{2})/i

/** The last one that was right: nearly all requests name the same. */
let known = ''

/**
 * Whether a `Host` line or the authority of a target names a host. An empty one does not: `http` has none without.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9110#field.host and https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2
 */
export function isHost(text: string): boolean {
  if (text === known && text !== '') return true
  const [, name, address] = HOST.exec(text) ?? []
  const isGood = name === undefined ? isIPv6(address ?? '') : !BROKEN_PERCENT.test(name)
  if (isGood) known = text
  return isGood
}
