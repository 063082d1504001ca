/** A tag of a site generator's template language, taken out of the text before Markdown sees it. */
export type TemplateTag = { raw: string; body: string }

type Delimiter = { open: string; close: string }

/** Longest first: `{{<` is not a `{{` with a `<` in it. */
const delimiters: Delimiter[] = [
  { open: '{{<', close: '>}}' },
  { open: '{{%', close: '%}}' },
  { open: '{{', close: '}}' },
  { open: '{%', close: '%}' },
]

const openers = /\{\{[<%]?|\{%/g
const longestTag = 4_000

const excerptMark = /<!--\s*(?:more|excerpt|truncate|read[ _-]?more|end[ _-]?excerpt)\b[^>]{0,200}?-->/gi
const embedTag = /\[embed[^\]\n]{0,200}\]\s*(https?:\/\/[^\s[\]<>"]{1,2000})\s*\[\/embed\]/gi
const wordPressTag =
  /(?<![!\\])\[(\/?(?:caption|wp_caption|gallery|embed|youtube|vimeo)\b[^\]\n]{0,2000})\](?![[(:])/gi

/**
 * Takes Liquid, Hugo and WordPress tags and excerpt marks out of Markdown and leaves a word of `marker` in each one's
 * place. The Markdown parser then decides what is code, what is a link's target and what is text; `expand-tags`
 * puts the right thing there afterwards. (`[x]({{< ref "a.md" >}})` is no link to CommonMark; with a marker it is.)
 */
export function protectTags(markdown: string): { markdown: string; tags: TemplateTag[]; marker: RegExp } {
  const tags: TemplateTag[] = []
  const word = chooseMarker(markdown)
  const protect = (raw: string, body: string): string => {
    tags.push({ raw, body })
    return `,${word}${tags.length - 1}z,`
  }
  const text = protectBraces(markdown, protect)
    .replace(excerptMark, (raw) => protect(raw, ''))
    .replace(embedTag, (raw: string, url: string) => protect(raw, `embed ${url}`))
    .replace(wordPressTag, (raw: string, body: string) => protect(raw, body))
  return { markdown: text, tags, marker: new RegExp(`,?${word}(\\d+)z,?`, 'g') }
}

/** Commas bind to nothing in Markdown, HTML or URLs, and count as punctuation beside emphasis. */
function chooseMarker(markdown: string): string {
  const taken = markdown.match(/qtagq*/g) ?? []
  return taken.reduce((word, other) => (other.length >= word.length ? `${other}q` : word), 'qtag')
}

function protectBraces(text: string, protect: (raw: string, body: string) => string): string {
  const pieces: string[] = []
  const nextClose = new Map<string, number>()
  let done = 0
  for (const match of text.matchAll(openers)) {
    if (match.index < done) continue
    const found = readTag(text, match.index, nextClose)
    if (found === null) continue
    pieces.push(text.slice(done, match.index), protect(found.raw, found.body))
    done = match.index + found.raw.length
  }
  pieces.push(text.slice(done))
  return pieces.join('')
}

/** `nextClose` remembers where each closing delimiter comes next, so that a thousand unclosed tags stay linear. */
function readTag(text: string, at: number, nextClose: Map<string, number>): TemplateTag | null {
  for (const { open, close } of delimiters) {
    if (!text.startsWith(open, at)) continue
    const from = at + open.length
    const end = findClose(text, close, from, nextClose)
    if (end < 0 || end - at > longestTag) continue
    const body = text.slice(from, end)
    if (/\n[ \t]*\n/.test(body)) continue
    return { raw: text.slice(at, end + close.length), body: body.replace(/^-|-$/g, '').trim() }
  }
  return null
}

function findClose(text: string, close: string, from: number, nextClose: Map<string, number>): number {
  const known = nextClose.get(close)
  if (known !== undefined && (known < 0 || known >= from)) return known
  const found = text.indexOf(close, from)
  nextClose.set(close, found)
  return found
}
