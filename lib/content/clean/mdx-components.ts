/** The string an expression is: `{'text'}`, or a template without holes; null for what would have to be run. */
export function readString(expression: string): string | null {
  const [, double, single, template] =
    /^\{\s*(?:"([^"\n]*)"|'([^'\n]*)'|`([^`$]*)`)\s*\}$/.exec(expression) ?? []
  return double ?? single ?? template ?? null
}

const ATTRIBUTE = /\s([A-Za-z][\w:.-]*)=(?:"([^"]*)"|'([^']*)'|(\{))/g

/** The attributes of a tag that are strings, `a="b"` and `a={'b'}`. */
function readAttributes(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const match of tag.matchAll(ATTRIBUTE)) {
    const [whole, name = '', double, single] = match
    const open = match.index + whole.length - 1
    const value = double ?? single ?? readString(tag.slice(open, tag.indexOf('}', open) + 1))
    if (value !== null) attributes.set(name, value)
  }
  return attributes
}

/** A tag of HTML as HTML has it: an attribute that is a string stays, one that would have to be run goes. */
export function writePlainAttributes(tag: string): string {
  if (!tag.includes('{')) return tag
  const name = /^<[\w-]+/.exec(tag)?.[0] ?? ''
  const attributes = Array.from(readAttributes(tag), ([key, value]) => ` ${key}="${escapeQuotes(value)}"`)
  return `${name}${attributes.join('')}${tag.endsWith('/>') ? ' /' : ''}>`
}

const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]|$)/i
const FILM = /^(?:lite)?(?:youtube|vimeo)(?:embed|video|player)?$/i

/**
 * What a component shows that no program of it is needed for: a picture with its words, a film, a link, and the heading of a
 * box that stands alone in its line. Components that were links are closed as such.
 */
export function showComponent(tag: string, isAlone: boolean): string {
  const [, slash = '', name = ''] = /^<(\/?)([\w.]*)/.exec(tag) ?? []
  if (slash !== '') return /^(?:\w*Link|A)$/.test(name) ? '</a>' : ''
  const attributes = readAttributes(tag)
  const get = (...names: string[]) => names.map((key) => attributes.get(key)).find((value) => value) ?? ''
  const isEmpty = tag.endsWith('/>')
  const words = get('title', 'label', 'summary', 'caption', 'text', 'heading')
  const src = get('src', 'image', 'img', 'url')
  if (PICTURE.test(src)) return showPicture(src, get('alt'), get('caption'))
  if (FILM.test(name))
    return showFilm(name, get('id', 'videoId', 'videoid', 'youTubeId', 'video', 'url', 'src'))
  const href = get('href', 'to', 'url', 'link', 'src')
  if (/^(?:\w*Link|A)$/.test(name) && !isEmpty)
    return href === '' ? '<a>' : `<a href="${escapeQuotes(href)}">`
  if (href !== '' && isEmpty) return `<a href="${escapeQuotes(href)}">${escapeMarkup(words || href)}</a>`
  return isAlone && words !== '' ? `<strong>${escapeMarkup(words)}</strong> ` : ''
}

function showPicture(src: string, alt: string, caption: string): string {
  const picture = `<img src="${escapeQuotes(src)}" alt="${escapeQuotes(alt)}">`
  return caption === ''
    ? picture
    : `<figure>${picture}<figcaption>${escapeMarkup(caption)}</figcaption></figure>`
}

/** An address on its own, which is shown as a film further on. */
function showFilm(name: string, id: string): string {
  if (id === '' || /^https?:/.test(id)) return id
  return /vimeo/i.test(name) ? `https://vimeo.com/${id}` : `https://www.youtube.com/watch?v=${id}`
}

function escapeQuotes(text: string): string {
  return escapeMarkup(text).replaceAll('"', '&quot;')
}

function escapeMarkup(text: string): string {
  return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
