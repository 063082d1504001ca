import { escapeHtml, renderFigure } from '../html/escape.ts'
import type { OldSite } from './old-site.ts'

/** What an item's shortcodes may ask of the export. */
export type ShortcodeContext = { site: OldSite; itemId: string; notes: Set<string> }

type Attributes = ReadonlyMap<string, string>
type Renderer = (attributes: Attributes, content: string, context: ShortcodeContext) => string

const TAG = /\[(\/?)([a-z][\w-]{0,40})((?:[\s=][^[\]]{0,4000})?)\]/iy
const ATTRIBUTE = /([\w-]+)\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|([^\s"'=]+)/g
const ESCAPED = /\[(\[[a-z][\w-]{0,40}(?:\s[^[\]]{0,4000})?\])\]/iy

/**
 * WordPress's shortcodes → the HTML they stood for: captions, galleries, players, embedded addresses, code. Those of
 * plugins stay as they are, and are noted.
 */
export function expandShortcodes(html: string, context: ShortcodeContext): string {
  const missing = new Set<string>()
  const parts: string[] = []
  let done = 0
  for (let at = html.indexOf('['); at >= 0; at = html.indexOf('[', Math.max(at + 1, done))) {
    const escaped = matchAt(ESCAPED, html, at)
    if (escaped !== null) {
      parts.push(html.slice(done, at), escaped[1] ?? '')
      done = at + escaped[0].length
      continue
    }
    const tag = matchAt(TAG, html, at)
    if (tag === null || tag[1] === '/') continue
    const [raw, , written = '', rest = ''] = tag
    const name = written.toLowerCase()
    const render = RENDERERS.get(name)
    const end = findEnd(html, written, at + raw.length, missing)
    if (render === undefined) {
      if (end !== null || rest.includes('=')) context.notes.add(`a shortcode stays as text: [${name}]`)
      continue
    }
    const isEnclosing = end !== null && ENCLOSING.has(name)
    const content = isEnclosing ? html.slice(at + raw.length, end.start) : ''
    parts.push(html.slice(done, at), render(parseAttributes(rest), content, context))
    done = isEnclosing ? end.end : at + raw.length
  }
  return parts.join('') + html.slice(done)
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Where `[/name]` is. What was looked for once in vain is not looked for again. */
function findEnd(
  html: string,
  name: string,
  from: number,
  missing: Set<string>,
): { start: number; end: number } | null {
  const mark = `[/${name}]`
  const start = missing.has(mark) ? -1 : html.indexOf(mark, from)
  if (start < 0) missing.add(mark)
  return start < 0 ? null : { start, end: start + mark.length }
}

function parseAttributes(text: string): Attributes {
  const attributes = new Map<string, string>()
  let position = 0
  for (const [, name, double, single, bare, quoted, word] of text.replace(/^=/, '').matchAll(ATTRIBUTE)) {
    if (name !== undefined) attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '')
    else attributes.set(String(position++), quoted ?? word ?? '')
  }
  return attributes
}

const renderCaption: Renderer = (attributes, content) => {
  const { picture, words } = splitCaption(content)
  const caption = words.trim() === '' ? (attributes.get('caption') ?? '') : words
  return `\n\n<figure>${picture}<figcaption>${caption.trim()}</figcaption></figure>\n\n`
}

/** `<a><img></a> words`: the picture, with its link, and the words after it. */
function splitCaption(content: string): { picture: string; words: string } {
  const image = content.search(/<img\b/i)
  const linkEnd =
    content.slice(0, Math.max(image, 0)).search(/<a\b/i) < 0 ? -1 : content.indexOf('</a>', image)
  const end = linkEnd < 0 ? content.indexOf('>', image) + 1 : linkEnd + '</a>'.length
  return image < 0
    ? { picture: '', words: content }
    : { picture: content.slice(0, end), words: content.slice(end) }
}

const renderGallery: Renderer = (attributes, _, context) => {
  const asked = attributes.get('ids') ?? attributes.get('include')
  const ids = asked?.split(/[\s,]+/) ?? context.site.listAttachments(attributes.get('id') ?? context.itemId)
  const left = new Set(attributes.get('exclude')?.split(/[\s,]+/))
  const figures = ids.filter((id) => id !== '' && !left.has(id)).map((id) => renderAttachment(id, context))
  if (figures.join('') === '')
    context.notes.add('a gallery whose pictures the export does not hold: [gallery]')
  return `\n\n${figures.join('\n')}\n\n`
}

function renderAttachment(id: string, { site, notes }: ShortcodeContext): string {
  const attachment = site.getAttachment(id)
  if (attachment === null) {
    notes.add(`a picture or file that the export does not hold: attachment ${id}`)
    return ''
  }
  if (attachment.type === 'picture') {
    return renderFigure({ src: attachment.url, alt: attachment.alt, captionHtml: attachment.caption })
  }
  const player = attachment.type === 'film' ? 'video' : 'audio'
  return `<${player} src="${escapeHtml(attachment.url)}" controls></${player}>`
}

const renderEmbed: Renderer = (attributes, content) => {
  const address =
    (content.trim() === '' ? (attributes.get('src') ?? attributes.get('url')) : content.trim()) ?? ''
  return renderAddress(address.replaceAll('&amp;', '&'))
}

function renderAddress(address: string): string {
  return /^https?:\/\//i.test(address) ? `\n\n<p>${escapeHtml(address)}</p>\n\n` : ''
}

const FILM_TYPES = ['mp4', 'm4v', 'webm', 'ogv', 'flv', 'wmv', 'src']
const SOUND_TYPES = ['mp3', 'm4a', 'ogg', 'wav', 'wma', 'flac', 'src']

function renderPlayer(name: 'audio' | 'video', types: readonly string[]): Renderer {
  return (attributes, content) => {
    const given = types
      .map((type) => attributes.get(type))
      .find((value) => value !== undefined && value !== '')
    const address = given ?? attributes.get('0') ?? /https?:\/\/[^\s"<>]{1,2000}/.exec(content)?.[0]
    return address === undefined ? '' : `\n\n<${name} src="${escapeHtml(address)}" controls></${name}>\n\n`
  }
}

const renderPlaylist: Renderer = (attributes, _, context) => {
  const ids = attributes.get('ids')?.split(/[\s,]+/) ?? context.site.listAttachments(context.itemId)
  return `\n\n${ids.map((id) => renderAttachment(id, context)).join('\n')}\n\n`
}

const renderYouTube: Renderer = (attributes, content) => {
  const given = attributes.get('id') ?? attributes.get('url') ?? attributes.get('0') ?? content.trim()
  const address = given.replaceAll('&amp;', '&').replaceAll('&#038;', '&')
  return renderAddress(/^[\w-]{11}$/.test(address) ? `https://www.youtube.com/watch?v=${address}` : address)
}

const renderVimeo: Renderer = (attributes, content) => {
  const given = attributes.get('id') ?? attributes.get('url') ?? attributes.get('0') ?? content.trim()
  return renderAddress(/^\d+$/.test(given) ? `https://vimeo.com/${given}` : given)
}

/** Its content is text, which some editors have escaped already. */
const renderCode: Renderer = (attributes, content) => {
  const language = attributes.get('language') ?? attributes.get('lang') ?? attributes.get('0') ?? ''
  const text = /&lt;|&gt;|&amp;/.test(content) ? content.replaceAll('<', '&lt;') : escapeHtml(content)
  const name = /^[\w+#-]{1,30}$/.test(language) ? ` class="language-${language}"` : ''
  return `\n\n<pre${name}><code>${text.replace(/^\n/, '')}</code></pre>\n\n`
}

const renderQuote: Renderer = (_, content) => `\n\n<blockquote>${content}</blockquote>\n\n`

const RENDERERS: ReadonlyMap<string, Renderer> = new Map([
  ['caption', renderCaption],
  ['wp_caption', renderCaption],
  ['gallery', renderGallery],
  ['embed', renderEmbed],
  ['tweet', renderEmbed],
  ['instagram', renderEmbed],
  ['soundcloud', renderEmbed],
  ['audio', renderPlayer('audio', SOUND_TYPES)],
  ['video', renderPlayer('video', FILM_TYPES)],
  ['playlist', renderPlaylist],
  ['youtube', renderYouTube],
  ['vimeo', renderVimeo],
  ['sourcecode', renderCode],
  ['code', renderCode],
  ['pullquote', renderQuote],
])

const ENCLOSING: ReadonlySet<string> = new Set(
  'caption wp_caption embed audio video youtube vimeo sourcecode code pullquote soundcloud'.split(' '),
)
