import type { Element } from 'hast'
import { getTextLabels } from '#lib/labels/get-text-labels.ts'
import { createElement, type Rendering, type Transform } from '../rendering.ts'
import { replaceElements } from '../tree/walk-elements.ts'
import { parseVideoUrl } from '../urls/video-url.ts'
import { parseWebUrl } from '../urls/web-url.ts'
import { DROPPED_ELEMENTS } from './safe-html.ts'

const LINKED_SCHEMES = new Set(['mailto', 'tel'])
const DROPPED = new Set<string>(DROPPED_ELEMENTS)

/**
 * Rescues from a writer's own HTML what the allow-list would take away: a frame becomes a link to what it framed, an
 * anchor's `name` becomes its id. Notes what is lost. Runs before sanitising and adds nothing that escapes it.
 */
export const readRawHtml: Transform = (tree, rendering) => {
  const lazy = new Set<string>()
  replaceElements(tree, (element) => {
    if (isHidden(element)) return []
    if (element.tagName === 'img') takeLazySource(element, lazy)
    if (element.tagName === 'noscript' && holdsPictureOf(element, lazy)) return []
    if (element.tagName === 'a') keepAnchorName(element)
    lowerScheme(element)
    keepColon(element)
    if (element.tagName === 'blockquote') keepQuotedAddress(element)
    if (element.tagName === 'div' || element.tagName === 'figure') linkLoneAddress(element)
    noteUnsafeAddress(element, rendering)
    const film = findFilm(element)
    if (film !== null) return [film, ...element.children]
    if (element.tagName === 'object' || element.tagName.startsWith('amp-')) return replaceObject(element)
    keepDataAddress(element)
    if (element.tagName === 'iframe' || element.tagName === 'embed') return replaceFrame(element, rendering)
    if (element.tagName === 'input' && !isTask(element)) return []
    if (DROPPED.has(element.tagName)) rendering.notes.add(`A <${element.tagName}> element was left out.`)
    return null
  })
}

/** What a browser would not show: `<div hidden>`, `style="display:none"`. */
function isHidden({ properties, tagName }: Element): boolean {
  const { hidden, style } = properties
  if (tagName === 'input') return false
  return hidden === true || hidden === '' || (typeof style === 'string' && /display\s*:\s*none/i.test(style))
}

const LAZY_SOURCES = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'dataOrigFile', 'dataLargeFile'] as const

/** The address that a script would have put in the place of a placeholder's: `<img data-src="a.jpg" src="data:…">`. */
function takeLazySource({ properties }: Element, found: Set<string>): void {
  const { src } = properties
  if (typeof src === 'string' && src !== '' && !PLACEHOLDER.test(src)) return
  const lazy = LAZY_SOURCES.map((name) => properties[name]).find(
    (value) => typeof value === 'string' && value !== '',
  )
  const written = typeof lazy === 'string' ? lazy : findFirstCandidate(properties)
  if (written === null) return
  properties.src = written
  found.add(written)
}

const PLACEHOLDER =
  /^data:image\/(?:gif|svg)|(?:^|\/)(?:blank|spacer|placeholder|lazy|pixel|1x1)\.(?:gif|png|svg)$/i

function findFirstCandidate({ srcSet, dataSrcSet, dataSrcset }: Element['properties']): string | null {
  const [first] = [srcSet, dataSrcSet, dataSrcset].flat().filter((value) => typeof value === 'string')
  const candidate = first?.trim().split(/[\s,]/, 1)[0]
  return candidate === undefined || candidate === '' ? null : candidate
}

/** What stands in its place where no script runs would be the same picture again. */
function holdsPictureOf({ children }: Element, sources: ReadonlySet<string>): boolean {
  return children.some(
    (child) =>
      child.type === 'element' &&
      ((child.tagName === 'img' && sources.has(String(child.properties.src))) ||
        holdsPictureOf(child, sources)),
  )
}

/** A component of another program: `<YouTube id="…" />`, `<lite-youtube videoid="…">`. What follows a `/>` is in it. */
function findFilm({ tagName, properties }: Element): Element | null {
  const provider = /^(?:lite-)?(youtube|vimeo)(?:-?(?:embed|video|player))?$/.exec(tagName)?.[1]
  if (provider === undefined) return null
  const { id, videoid, videoId, src, url, href: link } = properties
  const written = [id, videoid, videoId, src, url, link].find(
    (value) => typeof value === 'string' && value !== '',
  )
  if (typeof written !== 'string') return null
  const start = provider === 'youtube' ? 'https://www.youtube.com/watch?v=' : 'https://vimeo.com/'
  const href = /^https?:\/\//.test(written) ? written : `${start}${written}`
  return createElement('a', { href, dataEmbed: '' }, [{ type: 'text', value: href }])
}

/** A document in a page, and AMP's players: what they show, else a link to it. */
function replaceObject(element: Element): Element[] | null {
  const { data, src, dataVideoid, dataVideoId, videoid } = element.properties
  const id = [dataVideoid, dataVideoId, videoid].find((value) => typeof value === 'string')
  const provider = /youtube/.test(element.tagName) ? 'https://www.youtube.com/watch?v=' : 'https://vimeo.com/'
  const isFilm = /^amp-(?:youtube|vimeo)$/.test(element.tagName) && id !== undefined
  const href = isFilm ? `${provider}${id}` : [data, src].find((value) => typeof value === 'string')
  if (typeof href !== 'string' || holdsLink(element) || element.tagName === 'amp-img') return null
  if (!/^(?:https?:\/)?\//i.test(href)) return null
  return [createElement('a', { href, ...(isFilm ? { dataEmbed: '' } : {}) }, [{ type: 'text', value: href }])]
}

/** A box that a network's script would have filled leads to what it would have shown. */
function keepDataAddress(box: Element): void {
  const href = box.properties.dataHref ?? box.properties.dataUrl
  if (!/^(?:div|section|figure|p)$/.test(box.tagName)) return
  if (typeof href !== 'string' || !/^https?:\/\//i.test(href) || holdsLink(box)) return
  box.children.push(createElement('a', { href }, [{ type: 'text', value: href }]))
}

function keepAnchorName(anchor: Element): void {
  const { id, name } = anchor.properties
  if (id === undefined && typeof name === 'string') anchor.properties.id = name
}

const SCHEME = /^\s*(?:https?|mailto|tel):/i

/** `Https://example.org`, `MAILTO:desk@example.org`: a scheme is written in either case, and allowed in one. */
function lowerScheme({ properties }: Element): void {
  for (const name of ['href', 'src'] as const) {
    const written = properties[name]
    if (typeof written === 'string' && SCHEME.test(written))
      properties[name] = written.trimStart().replace(SCHEME, (scheme) => scheme.toLowerCase())
  }
}

/** `example.org:8080/x` and `Kapitel 2: Ebbe.md` would be taken for addresses of a scheme that is not allowed. */
function keepColon({ tagName, properties }: Element): void {
  const name = tagName === 'a' ? 'href' : 'src'
  const written = properties[name]
  if (typeof written !== 'string' || !/^[^/?#]{0,2000}:/.test(written)) return
  const url = parseWebUrl(written)
  if (url.kind === 'web' && tagName === 'a') properties[name] = url.href
  if (url.kind === 'relative') properties[name] = `./${written.trim()}`
}

/** What a network's script would have fetched leads there: Instagram's and TikTok's quotations without a link of their own. */
function keepQuotedAddress(quotation: Element): void {
  const { dataInstgrmPermalink, dataPermalink, cite, className } = quotation.properties
  const isEmbed = /(?:^|,|-)(?:embed|media)(?:,|$)/.test(String(className))
  const href = [dataInstgrmPermalink, dataPermalink, isEmbed ? cite : null].find(
    (value) => typeof value === 'string' && /^https?:\/\//i.test(value),
  )
  if (typeof href !== 'string' || holdsLink(quotation)) return
  quotation.children.push(
    createElement('p', {}, [createElement('a', { href }, [{ type: 'text', value: href }])]),
  )
}

function holdsLink({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && (child.tagName === 'a' || holdsLink(child)))
}

/** WordPress's box around the address of a film or a post that it would have fetched. */
function linkLoneAddress(box: Element): void {
  const [text, ...others] = box.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  if (text?.type !== 'text' || others.length > 0) return
  const href = text.value.trim()
  if (!/^https?:\/\/\S{1,2000}$/i.test(href)) return
  box.children = [createElement('a', { href, dataEmbed: '' }, [{ type: 'text', value: href }])]
}

/** The allow-list takes such an address away; the editor is to know. */
function noteUnsafeAddress({ tagName, properties }: Element, { notes }: Rendering): void {
  const written = tagName === 'a' ? properties.href : tagName === 'img' ? properties.src : null
  const url = parseWebUrl(typeof written === 'string' ? written : '')
  if (url.kind !== 'scheme' || (tagName === 'a' ? LINKED_SCHEMES.has(url.scheme) : url.scheme === 'data'))
    return
  const address = `“${url.href.slice(0, 80)}” is not an address`
  if (tagName === 'a') notes.add(`A link was left out: ${address} readers can follow.`)
  else notes.add(`A picture was left out: ${address} pictures may have.`)
}

/** The box GFM makes of `- [x]`: any other form field has no form here to belong to. */
function isTask({ properties }: Element): boolean {
  return properties.type === 'checkbox' && properties.disabled === true
}

/** A film's link is marked, so that `embed-videos` knows it from one a writer put in a sentence. */
function replaceFrame(frame: Element, rendering: Rendering): Element[] {
  const { src, dataSrc, dataLazySrc, title } = frame.properties
  const written = [dataSrc, dataLazySrc, src].find((value) => typeof value === 'string' && value !== '')
  const url = parseWebUrl(String(written ?? ''))
  if (url.kind === 'root' || url.kind === 'relative') return [linkFramedFile(url.path + url.suffix, title)]
  if (url.kind !== 'web') {
    rendering.notes.add(`An <${frame.tagName}> was left out: it frames no web address.`)
    return []
  }
  const { href, hostname } = url.url
  const name = typeof title === 'string' && title.trim() !== '' ? title.trim() : null
  if (parseVideoUrl(href) !== null) {
    return [createElement('a', { href, dataEmbed: '', title: name }, [{ type: 'text', value: name ?? href }])]
  }
  const text =
    name === null ? getTextLabels(rendering.context.language).openFrame(hostname) : `${name} (${hostname})`
  return [createElement('a', { href }, [{ type: 'text', value: text }])]
}

function linkFramedFile(href: string, title: unknown): Element {
  const value = typeof title === 'string' && title.trim() !== '' ? title.trim() : href
  return createElement('a', { href }, [{ type: 'text', value }])
}
