import { parseHostAddress } from '#lib/text/addresses/host-address.ts'

/** A URL as a writer may put it in a link or an image, sorted by what it points at. */
export type WebUrl =
  | { kind: 'empty' }
  /** `https://example.org/x`, `//example.org/x` (read as https), `example.org:8080/x`; `href` as written, `url` as a browser reads it. */
  | { kind: 'web'; url: URL; href: string }
  /** `mailto:`, `javascript:`, `data:` …; `scheme` in lower case, without the colon. */
  | { kind: 'scheme'; scheme: string; href: string }
  /** `#part` */
  | { kind: 'fragment'; href: string }
  /** `/about?x#y`: path `/about`, suffix `?x#y`. */
  | { kind: 'root'; path: string; suffix: string }
  /** `../x.md#y`: path `../x.md`, suffix `#y`. */
  | { kind: 'relative'; path: string; suffix: string }

const CONTROLS = /\p{Cc}/gu

/**
 * Sorts a URL the way a browser would read it: control characters inside it and spaces around it do not count,
 * `\` is `/` (https://url.spec.whatwg.org/#concept-basic-url-parser). So `java\tscript:` has the scheme `javascript`.
 */
export function parseWebUrl(raw: string): WebUrl {
  const href = raw.replace(CONTROLS, '').trim()
  if (href === '') return { kind: 'empty' }
  const whole = completePort(href)
  if (whole !== null) return parseAbsolute(whole, 'http')
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase()
  if (scheme === 'http' || scheme === 'https') return parseAbsolute(href, scheme)
  if (scheme !== undefined) return { kind: 'scheme', scheme, href }
  if (/^[\\/]{2}/.test(href)) return parseAbsolute(`https:${href}`, 'https')
  if (/^www\.[^/\s]+\.[^/\s]/i.test(href)) return parseAbsolute(`https://${href}`, 'https')
  if (href.startsWith('#')) return { kind: 'fragment', href }
  return parseLocal(href)
}

/** `localhost:1313/x`, `example.org:8080/x`: what stands before the colon is no scheme. */
function completePort(href: string): string | null {
  if (!/^[^/?#]{1,260}:\d/.test(href)) return null
  const port = parseHostAddress(href)?.port ?? null
  if (port === null) return null
  return `${port === 443 || port === 8443 ? 'https' : 'http'}://${href}`
}

function parseAbsolute(href: string, scheme: string): WebUrl {
  const url = URL.parse(href)
  return url === null || url.hostname === ''
    ? { kind: 'scheme', scheme, href }
    : { kind: 'web', url, href: href.replace(/\s/g, '%20').replaceAll('\\', '/') }
}

function parseLocal(href: string): WebUrl {
  const end = href.search(/[?#]/)
  const path = (end < 0 ? href : href.slice(0, end)).replaceAll('\\', '/')
  const suffix = end < 0 ? '' : href.slice(end).replace(/\s/g, '%20')
  return { kind: path.startsWith('/') ? 'root' : 'relative', path, suffix }
}
