import type { Element, ElementContent } from 'hast'
import { type Conversion, toAbsolute } from './conversion.ts'
import { getProperty, hasClass, toElement, toPlainText, toTextNode } from './nodes.ts'

/**
 * A frame, embed or object as a link on a line of its own: of a film the bare address, which the site shows as a film; of
 * anything else a link that says whose it is. Nothing when it frames no web address.
 */
export function simplifyFrame(frame: Element, conversion: Conversion): ElementContent[] {
  const written = ['dataSrc', 'dataLazySrc', 'src', 'data']
    .map((name) => getProperty(frame, name))
    .find(Boolean)
  const address = toAbsolute(unwrap(written ?? ''), conversion.origin)
  if (address === null || address === '') {
    conversion.notes.add(`a <${frame.tagName}> that frames no web address was left out`)
    return []
  }
  const film = toFilm(new URL(address, 'https://site.invalid/'))
  if (film !== null) return [linkAlone(film, film)]
  const title = getProperty(frame, 'title').trim()
  conversion.notes.add(`an embedded page became a link: ${address}`)
  return [linkAlone(address, title === '' ? address : title)]
}

/** The embedded posts of social networks are quotations with a link in them, and divisions that scripts fill. */
export function simplifyWidget(element: Element): ElementContent[] | null {
  const given = parseJson(getProperty(element, 'dataAttrs'))
  if (hasClass(element, 'youtube-wrap') && typeof given.videoId === 'string') {
    const address = `https://www.youtube.com/watch?v=${encodeURIComponent(given.videoId)}`
    return [linkAlone(address, address)]
  }
  if (hasClass(element, 'vimeo-wrap') && given.videoId !== undefined) {
    const address = `https://vimeo.com/${encodeURIComponent(String(given.videoId))}`
    return [linkAlone(address, address)]
  }
  const url = given.url ?? given.href
  if (typeof url !== 'string' || !/^https?:/.test(url)) return null
  return toPlainText(element) === ''
    ? [linkAlone(url, typeof given.title === 'string' ? given.title : url)]
    : null
}

export function linkAlone(address: string, text: string): Element {
  return toElement('p', {}, [toElement('a', { href: address }, [toTextNode(text)])])
}

/** Embedly's frames carry the address they show as a parameter. */
function unwrap(src: string): string {
  const url = URL.parse(src, 'https://site.invalid/')
  if (url === null || !/(?:^|\.)embedly\.com$/.test(url.hostname)) return src
  return url.searchParams.get('url') ?? url.searchParams.get('src') ?? src
}

function toFilm(url: URL): string | null {
  const host = url.hostname.replace(/^www\./, '')
  const [first = '', second = ''] = url.pathname.split('/').filter(Boolean)
  if (/^(?:youtube|youtube-nocookie)\.com$/.test(host) && first === 'embed' && /^[\w-]{6,20}$/.test(second)) {
    const start = url.searchParams.get('start')
    return `https://www.youtube.com/watch?v=${second}${start === null ? '' : `&t=${start}`}`
  }
  if (host === 'player.vimeo.com' && first === 'video' && /^\d+$/.test(second)) {
    const key = url.searchParams.get('h')
    return `https://vimeo.com/${second}${key === null ? '' : `/${key}`}`
  }
  return null
}

function parseJson(text: string): Record<string, unknown> {
  if (text === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    return value instanceof Object ? Object.fromEntries(Object.entries(value)) : {}
  } catch {
    return {}
  }
}
