/**
 * Paths that lead elsewhere once they are resolved: dot segments in any spelling, empty segments, and backslashes, which
 * browsers take for slashes.
 */
const IMPROPER = /\/\/|\\|\/(?:\.|%2e){1,2}(?:\/|$)/i

/**
 * The path and query that `url` is to be asked for by, without its fragment; null when it is fine as it is. What comes
 * back begins with one slash, so that it stays on this host.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4
 */
export function findProperUrl(url: string): string | null {
  const [asked = ''] = url.split('#', 1)
  const mark = asked.indexOf('?')
  const path = mark === -1 ? asked : asked.slice(0, mark)
  if (IMPROPER.test(path)) return toProperPath(path) + asked.slice(path.length)
  return asked === url ? null : asked
}

function toProperPath(path: string): string {
  const segments: string[] = []
  const asked = path.replaceAll('\\', '/').split('/')
  for (const segment of asked) {
    const plain = segment.replace(/%2e/gi, '.')
    if (plain === '..') segments.pop()
    else if (plain !== '.' && plain !== '') segments.push(segment)
  }
  const isFolder = asked.at(-1) === '' && segments.length > 0
  return `/${segments.join('/')}${isFolder ? '/' : ''}`
}

const UNRESERVED = /[\w.~-]/

/**
 * The one spelling of paths that are the same by the standard: letters, digits and `-._~` as they are, hexadecimal digits
 * in capitals. So that one page is kept once.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2
 */
export function toCanonicalPath(path: string): string {
  if (!path.includes('%')) return path
  return path.replace(/%[\da-f]{2}/gi, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16))
    return UNRESERVED.test(character) ? character : encoded.toUpperCase()
  })
}
