import { mendEmphasis } from '../dialects/mend-emphasis.ts'
import { findTags } from './find-tags.ts'
import type { TemplateTag } from './template-tag.ts'

/** How much of the next line is looked at. */
const MAX_LOOK = 1_000

type Protect = (raw: string, body: string, rest?: Partial<TemplateTag>) => string

const EXCERPT_MARK = /<!--\s*(?:more|excerpt|truncate|read[ _-]?more|end[ _-]?excerpt)\b[^<>]{0,200}?-->/gi
const EMBED_TAG = /\[embed[^[\]\n]{0,200}\]\s*(https?:\/\/[^\s[\]<>"]{1,2000})\s*\[\/embed\]/gi
const WORD_PRESS_TAG =
  /(?<![!\\])\[(\/?(?:caption|wp_caption|gallery|embed|youtube|vimeo|audio|video|playlist|pullquote|tweet|twitter|instagram|facebook|tiktok|soundcloud|spotify|gist|dailymotion|slideshare|scribd|flickr|reddit|bandcamp)\b[^[\]\n]{0,2000})\](?![(:]|\[(?![!/]))/gi

const CODE_TAG = /\[(sourcecode|code)([^[\]\n]{0,200})\]/g

/**
 * Takes Liquid, Hugo and WordPress tags and excerpt marks out of Markdown and leaves a marker in each one's place.
 * The Markdown parser then decides what is code, what is a link's target and what is text; `expand-tags` puts the
 * right thing there afterwards. (`[x]({{< ref "a.md" >}})` is no link to CommonMark; with a marker it is.)
 */
export function protectTags(markdown: string): { markdown: string; tags: TemplateTag[]; marker: RegExp } {
  const tags: TemplateTag[] = []
  const word = chooseWord(markdown)
  const protect: Protect = (raw, body, rest = {}) => {
    tags.push({ raw, body, inner: null, ...rest })
    return `,${word}${tags.length - 1}z,`
  }
  const text = markOpenComments(replaceTags(replaceCode(markdown, protect), protect), protect)
    .replace(EXCERPT_MARK, (raw) => protect(raw, ''))
    .replace(EMBED_TAG, (raw: string, url: string) => protect(raw, `embed ${url}`))
    .replace(WORD_PRESS_TAG, (raw: string, body: string) => protect(raw, body))
  const plain = replaceShortcodes(text, protect)
  const marked = mendEmphasis(plain, (raw) => protect(raw, '', { kind: 'text' }))
  return { markdown: marked, tags, marker: new RegExp(`,?${word}(\\d+)z,?`, 'g') }
}

/** WordPress's `[sourcecode language="js"]` … `[/sourcecode]` is a code block. */
function replaceCode(text: string, protect: Protect): string {
  if (!/\[\/(?:source)?code\]/.test(text)) return text
  let shown = ''
  let done = 0
  for (const { index, 0: opening, 1: name = '', 2: parameters = '' } of text.matchAll(CODE_TAG)) {
    const closing = `[/${name}]`
    const end = text.indexOf(closing, index)
    if (index < done || end === -1) continue
    const raw = text.slice(index, end + closing.length)
    const inner = text.slice(index + opening.length, end)
    const language = /\b(?:language|lang)=["']?([\w+#.-]{1,30})/.exec(parameters)?.[1] ?? ''
    shown += `${text.slice(done, index)}\n${protect(raw, `highlight ${language}`, { inner })}\n`
    done = end + closing.length
  }
  return shown + text.slice(done)
}

/** `[name attribute="…"]`, `[name]` and `[/name]`. */
const SHORTCODE =
  /(?<![!\\])\[(\/?)([a-z][\w-]{1,40})((?:[ \t]{1,5}[\w-]{1,40}=(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'|[^\s"'[\]]{1,200})){0,20})[ \t]?\/?\](?![(:])/gi
const CLOSED = /\[\/([a-z][\w-]{1,40})\]/gi
/** `[button link="…"]words[/button]` */
const BUTTON =
  /\[([a-z][\w-]{1,40})(?=[ \t][^[\]\n]{0,500}\])[^[\]\n]{0,400}[ \t](?:link|url|href)=["'](https?:\/\/[^"'\s]{1,1000}|\/[^"'\s]{0,1000})["'][^[\]\n]{0,300}\]([^[\]\n]{1,200})\[\/\1\]/gi

/**
 * Shortcodes of plug-ins nobody has here: the tags go and the words they enclose stay. One that encloses words and names an
 * address is a link. A name in brackets without attributes is one only where it is closed.
 */
function replaceShortcodes(text: string, protect: Protect): string {
  if (!/\[\/?[a-z][\w-]{1,40}(?:[ \t]{1,5}[\w-]{1,40}=|\])/i.test(text)) return text
  const closed = new Set(Array.from(text.matchAll(CLOSED), ([, name = '']) => name.toLowerCase()))
  if (closed.size === 0 && !/\[[a-z][\w-]{1,40}[ \t]{1,5}[\w-]{1,40}=/i.test(text)) return text
  return text
    .replace(BUTTON, '[$3]($2)')
    .replace(
      SHORTCODE,
      (raw: string, slash: string, name: string, attributes: string, at: number, whole: string) => {
        const isClosed = closed.has(name.toLowerCase())
        const isLabel = whole.charAt(at + raw.length) === '[' && !isClosed
        const isTag = slash === '/' || isClosed || attributes !== ''
        return isTag && !isLabel ? protect(raw, `${slash}${name}${attributes}`) : raw
      },
    )
}

/** Where it is not code, a comment that is never closed hides the rest of the story, as it does in CommonMark. */
function markOpenComments(text: string, protect: Protect): string {
  const open = text.indexOf('<!--', text.lastIndexOf('-->') + 1)
  if (open < 0) return text
  return text.slice(0, open) + text.slice(open).replaceAll('<!--', () => protect('<!--', '', { kind: 'cut' }))
}

/** Between commas: they bind to nothing in Markdown, HTML or URLs, and count as punctuation beside emphasis. */
function chooseWord(markdown: string): string {
  const taken = markdown.match(/qtagq*/g) ?? []
  return taken.reduce((word, other) => (other.length >= word.length ? `${other}q` : word), 'qtag')
}

function replaceTags(text: string, protect: Protect): string {
  const pieces: string[] = []
  let done = 0
  for (const { at, raw, body, inner, kind } of findTags(text)) {
    const padding = findPadding(text, at, at + raw.length)
    const start = padding.before ? text.lastIndexOf('\n', at) : at
    pieces.push(text.slice(done, start), padding.before ? '\n' : '', text.slice(start, at))
    pieces.push(
      protect(raw, body, kind === undefined ? { inner, padding } : { inner, padding, kind }),
      padding.after ? '\n' : '',
    )
    done = at + raw.length
  }
  return [...pieces, text.slice(done)].join('')
}

/** `{{< note >}}## Low water`: what begins a block begins a line. */
const BLOCK_MARK = /^[ \t]?(?:#{1,6}|[-*+>])[ \t]/

/** Below a blank line it would be code. */
const INDENTED = /^(?: {0,3}\t| {4})/

/** A tag alone on its lines is what a blank line is: lines of words beside it belong to other paragraphs. */
function findPadding(text: string, start: number, end: number): { before: boolean; after: boolean } {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const found = text.indexOf('\n', end)
  const lineEnd = found === -1 ? text.length : found
  const isFirst = text.slice(lineStart, start).trim() === ''
  const rest = text.slice(end, Math.min(lineEnd, end + MAX_LOOK))
  if (!isFirst || rest.trim() !== '') return { before: false, after: isFirst && BLOCK_MARK.test(rest) }
  const above = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, Math.max(0, lineStart - 1))
  const below = text.slice(lineEnd + 1, lineEnd + 1 + MAX_LOOK).split('\n', 1)[0] ?? ''
  return {
    before: lineStart > 0 && above.trim() !== '' && !INDENTED.test(text.slice(lineStart, end)),
    after: below.trim() !== '' && !INDENTED.test(below),
  }
}
