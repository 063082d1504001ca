import type { Element, ElementContent } from 'hast'
import { type Conversion, toAbsolute } from './conversion.ts'
import { findAll, getProperty, toElement, toTextNode } from './nodes.ts'

/**
 * A frame, embed or object as a link on a line of its own: of a film the bare address, which the site shows as a film; of
 * anything else a link that says whose it is. Nothing when it frames no web address.
 */
export function simplifyFrame(frame: Element, conversion: Conversion): ElementContent[] {
  const written = ['dataSrc', 'dataLazySrc', 'src', 'data']
    .map((name) => getProperty(frame, name))
    .find(Boolean)
  const source = written ?? findInnerSource(frame)
  const address = source === '' ? null : toAbsolute(unwrap(source), conversion.origin)
  if (address === null) {
    conversion.notes.add(`a <${frame.tagName}> that frames no web address was left out`)
    return []
  }
  const film = toFilm(new URL(address, 'https://site.invalid/'))
  if (film !== null) return [linkAlone(film, film)]
  const title = getProperty(frame, 'title').trim()
  conversion.notes.add(`an embedded page became a link: ${address}`)
  return [linkAlone(address, title === '' ? address : title)]
}

/** An object of the days of Flash says what it shows in a parameter, or in an embed inside it. */
function findInnerSource(frame: Element): string {
  const [inner] = findAll(
    frame,
    (element) => element.tagName === 'embed' || /^(?:movie|src)$/i.test(getProperty(element, 'name')),
  )
  return inner === undefined ? '' : getProperty(inner, 'src') || getProperty(inner, 'value')
}

/** The listing of a code host is shown by a script: its page is linked to. Null for any other script. */
export function linkGist(script: Element): ElementContent[] | null {
  const [, page] =
    /^(https:\/\/gist\.github\.com\/[\w./-]{1,100}?)\.js(?:\?|$)/.exec(getProperty(script, 'src')) ?? []
  return page === undefined ? null : [linkAlone(page, page)]
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
  if (
    /^(?:youtube|youtube-nocookie)\.com$/.test(host) &&
    (first === 'embed' || first === 'v') &&
    /^[\w-]{6,20}(?:&|$)/.test(second)
  ) {
    const start = url.searchParams.get('start')
    return `https://www.youtube.com/watch?v=${second.split('&', 1)[0]}${start === null ? '' : `&t=${start}`}`
  }
  if (host === 'player.vimeo.com' && first === 'video' && /^\d+$/.test(second)) {
    const key = url.searchParams.get('h')
    return `https://vimeo.com/${second}${key === null ? '' : `/${key}`}`
  }
  return null
}
