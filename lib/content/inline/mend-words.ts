import { toSlug } from '#lib/text/slug.ts'
import { findEmoji } from './find-emoji.ts'
import { mendProgramMarks } from './program-marks.ts'

const EMOJI = /(?<!\/):([a-z0-9_+-]{1,60}):/g
const LETTER = /[\p{L}\p{N})]/u
/** What ends a sentence or a bracket in scripts without spaces, and is no part of an address. */
const WIDE_END = /[。，、；：！？）」』】》〉…“”‘’]/
const ADDRESS = /[!-;=?-~]/

/**
 * Within a line, outside code spans: `==mark==`, `++ins++`, `^^ins^^`, `H~2~O`, `x^2^`, `$x^2$`, `\\(x^2\\)`, `:heart:`, notes in
 * the line `^[…]`, spans `[…]{.small}`, an address that a wide full stop follows, spaces and quotation marks around or in the
 * address of a link or picture, and addresses whose beginning was written twice or wrong. Each is written as CommonMark or HTML.
 */
export function mendWords(line: string): string {
  if (!/==|\+\+|[~^$]|:\w|\][({]|\[\[|\[\/|%\[|\(\w+: |\\[([]|[^\t -~]/.test(line)) return line
  return splitCode(line)
    .map((part) => (part.isCode ? part.text : mendPart(mendProgramMarks(part.text))))
    .join('')
}

/** TeX as HTML that Markdown sees no marks in. */
export function escapeTex(tex: string): string {
  return tex.replace(/[^A-Za-z0-9 ]/gu, (character) => `&#${character.codePointAt(0)};`)
}

function mendPart(text: string): string {
  let shown = text.includes('](') ? closeSpaces(text.replace(FILM, '{% $1 $2 %}')) : text
  if (shown.includes('[[')) shown = shown.replace(WIKI_LINK, writeWikiLink)
  if (shown.includes('$$')) shown = enclose(shown, '$$', isTight, writeFormula)
  if (shown.includes('$')) shown = enclose(shown, '$', isFormula, writeFormula)
  if (shown.includes('\\(') || shown.includes('\\['))
    shown = shown.replace(TEX, (written, round: string | undefined, square: string | undefined) =>
      /[\\^_{]/.test(round ?? square ?? '') ? writeFormula((round ?? square ?? '').trim()) : written,
    )
  if (shown.includes('==')) shown = enclose(shown, '==', isMarked, (words) => `<mark>${words}</mark>`)
  if (shown.includes('++')) shown = enclose(shown, '++', isInserted, (words) => `<ins>${words}</ins>`)
  if (shown.includes('^^')) shown = enclose(shown, '^^', isInserted, (words) => `<ins>${words}</ins>`)
  if (shown.includes('~~')) shown = enclose(shown, '~~', isStruck, (words) => `<del>${words}</del>`)
  if (shown.includes('^[')) shown = shown.replace(INLINE_NOTE, ' ($1)')
  if (shown.includes(']{')) shown = shown.replace(SPAN, writeSpan)
  if (shown.includes('~')) shown = enclose(shown, '~', isLow, (words) => `<sub>${words}</sub>`)
  if (shown.includes('^')) shown = enclose(shown, '^', isHigh, (words) => `<sup>${words}</sup>`)
  if (/:\/\/|www\./.test(shown) && WIDE_END.test(shown)) shown = endAddresses(shown)
  return shown.includes(':')
    ? shown.replace(EMOJI, (written, name: string) => findEmoji(name) ?? written)
    : shown
}

/** `@[youtube](id)` */
const FILM = /@\[(youtube|vimeo)\]\(([^()\s]{1,300})\)/gi
/** `\\(x^2\\)` and `\\[x^2\\]`, where a sign of TeX is in it. */
const TEX = /\\{1,2}\(([^()\n]{1,500}?)\\{1,2}\)|\\{1,2}\[([^[\]\n]{1,500}?)\\{1,2}\]/g
const INLINE_NOTE = /(?<=\S)\^\[([^[\]\n]{1,1000})\](?![([:])/g
/** Pandoc's span with attributes, which have no meaning here. */
const SPAN = /\[([^[\]\n]{1,300})\]\{(?:[.#:][^{}\n]{0,200}|[a-z-]{1,20}=[^{}\n]{0,200})\}/gi
/** What a directive begins with: its words and attributes look like a span. */
const DIRECTIVE_NAME = /::[a-z][a-z-]{0,30}$/i
const MAX_DIRECTIVE_NAME = 33

function writeSpan(raw: string, words: string, at: number, text: string): string {
  return DIRECTIVE_NAME.test(text.slice(Math.max(0, at - MAX_DIRECTIVE_NAME), at)) ? raw : words
}

/** Obsidian's and other wikis' links: `[[low-water|the tide]]`, `![[quay.jpg]]`. */
const WIKI_LINK =
  /(!?)(?<!\[)\[\[(?=[^[\]\n|]*\p{L})([^\s[\]|#\n][^[\]|#\n]{0,200})?(#[^[\]|\n]{1,200})?(?:\|([^[\]\n]{1,300}))?\]\](?![([])/gu

function writeWikiLink(
  raw: string,
  picture: string,
  name: string | undefined,
  fragment = '',
  words: string | undefined = undefined,
): string {
  if (name === undefined || /^_?toc_?$/i.test(name)) return raw
  const file = /\.[a-z\d]{2,4}$/i.test(name) ? name : `${name.split('^', 1)[0] ?? name}.md`
  const place = fragment === '' ? '' : `#${toSlug(fragment.slice(1))}`
  const shown = words ?? name.split('^', 1)[0] ?? name
  if (picture === '!' && file !== name) return `[${shown}](<${file}${place}>)`
  if (picture === '!') return `![${/^\d+(?:x\d+)?$/.test(words ?? '') ? '' : (words ?? '')}](<${name}>)`
  return `[${shown}](<${file}${place}>)`
}

function writeFormula(tex: string): string {
  return `<code class="language-math">${escapeTex(tex)}</code>`
}

type Test = (words: string, before: string, after: string) => boolean

const isTight = (words: string) => words !== '' && words.trim() === words

const isMarked: Test = (words, before, after) =>
  isTight(words) && before !== '=' && after !== '=' && !words.startsWith('=')

/** `C++` and `i++` are no marks. */
const isInserted: Test = (words, before, after) =>
  isTight(words) && !/[\p{L}\p{N}+^]/u.test(before) && !/[\p{L}\p{N}+^]/u.test(after)

/** Where punctuation inside the marks and a letter outside would keep GFM from seeing them: `~~「誤」~~です`. */
const isStruck: Test = (words, before, after) =>
  isTight(words) &&
  before !== '~' &&
  after !== '~' &&
  ((/^[\p{P}\p{S}]/u.test(words) && LETTER.test(before)) ||
    (/[\p{P}\p{S}]$/u.test(words) && LETTER.test(after)))

/** `$x$`, `$f(x)$`, `$n=2$`, `$a + b$` */
const SHORT_FORMULA = /^[a-z]'?$|^[a-z]\([a-z]\)$|^[a-z] ?[=<>+*/-] ?[a-z\d]{1,6}$/i

/** A price is followed by figures, a formula has signs of TeX in it. */
const isFormula: Test = (tex, before, after) =>
  isTight(tex) &&
  (/[\\^_{]/.test(tex) || (SHORT_FORMULA.test(tex) && !/[\p{L}\p{N}]/u.test(before + after))) &&
  !/\d/.test(after) &&
  before !== '\\' &&
  before !== '$' &&
  after !== '$'

const isLow: Test = (words, before, after) => isHigh(words, before, after) && before !== '~'

const isHigh: Test = (words, before, after) =>
  words.length <= 20 &&
  /^[\p{L}\p{N}+\-−]+$/u.test(words) &&
  LETTER.test(before) &&
  after !== '^' &&
  after !== '~'

/** What stands between two marks, where `test` takes it for that; the marks of a pair are on one line. */
function enclose(text: string, mark: string, test: Test, write: (words: string) => string): string {
  const pieces: string[] = []
  let done = 0
  for (let open = text.indexOf(mark); open !== -1; ) {
    const close = text.indexOf(mark, open + mark.length)
    if (close === -1) break
    const words = text.slice(open + mark.length, close)
    if (test(words, text.charAt(open - 1), text.charAt(close + mark.length))) {
      pieces.push(text.slice(done, open), write(words))
      done = close + mark.length
      open = text.indexOf(mark, done)
    } else open = close
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(done)
}

/** `](/media/the pier.jpg "Title")` → `](</media/the pier.jpg> "Title")` */
function closeSpaces(text: string): string {
  const pieces: string[] = []
  let done = 0
  for (let at = text.indexOf(']('); at !== -1; at = text.indexOf('](', at + 2)) {
    const start = at + 2
    const end = findClosing(text, start)
    if (end === -1) break
    const inner = text.slice(start, end).trim()
    const target = mendTarget(inner)
    if (target === inner) continue
    pieces.push(text.slice(done, start), target)
    done = end
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(done)
}

/** Markdown has no sizes of pictures (`a.jpg =300x200`), and takes what follows a space for a title. */
function mendTarget(written: string): string {
  const inner = mendScheme(written)
  const at = findTitle(inner)
  const target = inner.slice(0, at).trim()
  const title = inner.slice(at)
  const kept = title.startsWith('=') || title === '' ? '' : ` ${title}`
  const isSpaced = /\s/.test(target) && /[/.]/.test(target) && !/["'<>]/.test(target)
  if (isSpaced) return `<${target}>${kept}`
  return title.startsWith('=') ? target : inner
}

const QUOTED = /^["'“”‘’«„]{1,2}((?:https?:|\/|www\.)[^\s"'“”‘’«»„]{1,2000})["'“”‘’»]{1,2}$/i
const BROKEN_SCHEME = /^(https?)(?::\/(?![/])|:\\\\|\/\/|;\/\/)(?=[\w-]{1,60}\.)/i

/** `“https://example.com”`, `https://https://example.com`, `http:/example.com`, `https//example.com`, `mailto: a@example.org` */
function mendScheme(inner: string): string {
  return inner
    .replace(QUOTED, '$1')
    .replace(/^(?:https?:\/\/){1,3}(?=https?:\/\/)/i, '')
    .replace(BROKEN_SCHEME, '$1://')
    .replace(/^(mailto|tel):[ \t]{1,3}(?=\S)/i, '$1:')
    .replace(/(?<=\.(?:jpe?g|png|gif|webp|svg|avif))=\d{1,5}x\d{0,5}$/i, '')
}

/** Where the title or the size behind an address begins; the end where there is none. */
function findTitle(inner: string): number {
  const last = inner.charAt(inner.length - 1)
  const space = inner.search(/\s\S{0,20}$/)
  if (space !== -1 && /^=\d{0,5}x\d{0,5}$/.test(inner.slice(space + 1))) return space + 1
  const opening = last === '"' || last === "'" ? inner.indexOf(` ${last}`) : -1
  return opening === -1 || opening + 2 > inner.length - 1 ? inner.length : opening + 1
}

/** The `)` that ends a link's address; -1 where none does. */
function findClosing(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '\\') at += 1
    else if (character === '(') depth += 1
    else if (character === ')' && depth === 0) return at
    else if (character === ')') depth -= 1
    else if (character === ']' && text.charAt(at + 1) === '(') return -1
  }
  return -1
}

/** `https://example.com/foo。次の文`: the address ends where its letters do. */
function endAddresses(text: string): string {
  const pieces: string[] = []
  let done = 0
  for (const { index } of text.matchAll(/https?:\/\/|(?<![\w/.@])www\./g)) {
    if (index < done || /[(<"'=]/.test(text.charAt(index - 1))) continue
    let end = index
    while (ADDRESS.test(text.charAt(end))) end += 1
    const isEnd = WIDE_END.test(text.charAt(end))
    const address = text.slice(index, end)
    const closed = address.startsWith('www.') ? `[${address}](https://${address})` : `<${address}>`
    pieces.push(text.slice(done, index), isEnd ? closed : address)
    done = end
  }
  return pieces.join('') + text.slice(done)
}

/** A line's code spans and what is between them. A run of backticks that no other closes is text. */
function splitCode(line: string): { text: string; isCode: boolean }[] {
  if (!line.includes('`')) return [{ text: line, isCode: false }]
  const parts: { text: string; isCode: boolean }[] = []
  const runs = Array.from(line.matchAll(/`+/g), ({ index, 0: marks }) => ({ index, length: marks.length }))
  const next = new Map<number, number>()
  const closings = runs.map(() => -1)
  for (let at = runs.length - 1; at >= 0; at -= 1) {
    const length = runs[at]?.length ?? 0
    closings[at] = next.get(length) ?? -1
    next.set(length, at)
  }
  let done = 0
  for (let at = 0; at < runs.length; at += 1) {
    const opening = runs[at]
    const closing = runs[closings[at] ?? -1]
    if (opening === undefined || closing === undefined || opening.index < done) continue
    parts.push({ text: line.slice(done, opening.index), isCode: false })
    done = closing.index + closing.length
    parts.push({ text: line.slice(opening.index, done), isCode: true })
  }
  return [...parts, { text: line.slice(done), isCode: false }]
}
