import type { Run } from './emphasis.ts'

/** Elements whose content is no part of the words, or is shown apart from them. */
export const SKIPPED_ELEMENTS =
  'script|style|details|summary|audio|video|picture|figure|figcaption|table|svg|math|iframe|object|embed|select|button|form|nav|aside|noscript|template|canvas|textarea|rt|rp|h[1-6]|pre|head|title'

/** Whether a browser would not show what an opening tag begins. */
export function isHiddenTag(tag: string): boolean {
  return /\shidden(?:[\s/>]|="")/i.test(tag) || (/\sstyle=/i.test(tag) && /display\s?:\s?none/i.test(tag))
}

const SKIPPED = new RegExp(`^(?:${SKIPPED_ELEMENTS})$`, 'i')
/** With `>` between the marks of a value. */
const QUOTED_TAG = /<(\/?)([a-z][a-z\d-]*)(?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'<>=]+))?)*\s*(\/?)>/iy
const TAG = /<(\/?)([a-z][a-z\d-]*)(?:\s[^<>]*?)?(\/?)>/iy
const AUTOLINK = /<([a-z][a-z\d+.-]{1,31}:[^\s<>]*|[^\s<>@]{1,64}@[^\s<>@]{1,255})>/iy

/** The mark of a footnote: `<sup><a href="#fn1">[1]</a></sup>`. */
const NOTE_MARK = /<sup(?:\s[^<>]*)?><a\s[^<>]*>\[?(?:\d{1,3}|[a-z*†])\]?<\/a><\/sup>/iy

/** Elements that stand on lines of their own. */
const BLOCK = /^(?:br|p|div|li|ul|ol|dl|dt|dd|td|th|tr|hr|blockquote|section|article|header|footer|center)$/i

/** Behind a tag, a comment or an address in `<…>`, its words added to `parts`; null where there is none of these. */
export function skipTag(text: string, at: number, parts: (string | Run)[]): number | null {
  if (text.startsWith('<!--', at)) return skipTo(text, at, '-->')
  if (text.startsWith('<?', at)) return skipTo(text, at, '?>')
  AUTOLINK.lastIndex = at
  const link = AUTOLINK.exec(text)
  if (link !== null) {
    parts.push(link[1] ?? '')
    return AUTOLINK.lastIndex
  }
  const note = matchAt(NOTE_MARK, text, at)
  if (note !== null) return at + note[0].length
  const tag = matchAt(QUOTED_TAG, text, at) ?? matchAt(TAG, text, at)
  if (tag === null) return null
  const [, slash, name = '', selfClosed] = tag
  if (BLOCK.test(name)) parts.push(' ')
  const isOpen = slash === '' && selfClosed === ''
  const behind = at + tag[0].length
  return isOpen && (SKIPPED.test(name) || isHiddenTag(tag[0])) ? skipElement(text, behind, name) : behind
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Behind the end of an element, its like inside it counted; the end of the text where it is never closed. */
function skipElement(text: string, from: number, name: string): number {
  const tags = new RegExp(`<(/?)${name}(?=[\\s>/])[^<>]*>`, 'gi')
  tags.lastIndex = from
  let depth = 1
  for (let tag = tags.exec(text); tag !== null; tag = tags.exec(text)) {
    depth += tag[1] === '' ? 1 : -1
    if (depth === 0) return tags.lastIndex
  }
  return text.length
}

function skipTo(text: string, at: number, closing: string): number {
  const end = text.indexOf(closing, at)
  return end === -1 ? text.length : end + closing.length
}

/** `{#id .class}`, `{: .small}`, `{ width="400" }`. */
const ATTRIBUTES = /\{(?:[:#.][^{}]{0,200}|[ \t]?[a-z-]+=["'“][^{}]{0,200})\}/iy

/** Tags around code and remarks: what they hold is none of the words. */
const ENCLOSING = /^-?\s*(highlight|codeblock|comment|raw|code)\b/

/** Behind a template tag or an attribute list; null where there is none. */
export function skipTemplate(text: string, at: number): number | null {
  for (const [open, close] of [
    ['{{', '}}'],
    ['{%', '%}'],
  ] as const) {
    if (!text.startsWith(open, at)) continue
    const end = text.indexOf(close, at)
    return end === -1 ? null : skipEnclosed(text, text.slice(at + 2, end), end + 2)
  }
  ATTRIBUTES.lastIndex = at
  return ATTRIBUTES.test(text) ? ATTRIBUTES.lastIndex : null
}

function skipEnclosed(text: string, body: string, behind: number): number {
  const name = ENCLOSING.exec(body.replace(/^[<%]/, ''))?.[1]
  if (name === undefined || name === 'raw') return behind
  const closing = new RegExp(`\\{[{%][<%]?-?\\s*(?:end${name}|/\\s*${name})\\s*-?[>%]?[%}]\\}`, 'g')
  closing.lastIndex = behind
  return closing.exec(text) === null ? behind : closing.lastIndex
}
