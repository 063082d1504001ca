import { findEmoji } from './find-emoji.ts'
import { mendTargets } from './link-targets.ts'
import { mendProgramMarks } from './program-marks.ts'
import { splitCode } from './split-code.ts'
import { mendStrong } from './strong-marks.ts'
import { mendWikiLinks } from './wiki-links.ts'

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
  if (!/\*\*|==|\+\+|[~^$]|:\w|\][ \t]?[({]|\[\[|\[\/|%\[|\(\w+: |\\[([]|<www\.|[^\t -~]/i.test(line))
    return line
  return splitCode(line)
    .map((part) => (part.isCode ? part.text : mendPart(mendProgramMarks(part.text))))
    .join('')
}

/** TeX as HTML that Markdown sees no marks in. */
export function escapeTex(tex: string): string {
  return tex.replace(/[^A-Za-z0-9 ]/gu, (character) => `&#${character.codePointAt(0)};`)
}

function mendPart(text: string): string {
  let shown = /\][ \t]?\(/.test(text) ? mendTargets(text.replace(FILM, '{% $1 $2 %}')) : text
  if (shown.includes('**')) shown = mendStrong(shown)
  if (shown.includes('[[')) shown = mendWikiLinks(shown)
  if (shown.includes('<')) shown = mendAutolinks(shown)
  if (shown.includes('$$')) shown = enclose(shown, '$$', isTight, writeFormula)
  if (shown.includes('$')) shown = enclose(shown, '$', isFormula, writeFormula)
  if (shown.includes('\\(') || shown.includes('\\[')) shown = shown.replace(TEX, writeTex)
  if (shown.includes('==')) shown = enclose(shown, '==', isMarked, (words) => `<mark>${words}</mark>`)
  if (shown.includes('++')) shown = enclose(shown, '++', isInserted, (words) => `<ins>${words}</ins>`)
  if (shown.includes('^^')) shown = enclose(shown, '^^', isInserted, (words) => `<ins>${words}</ins>`)
  if (shown.includes('~~')) shown = enclose(shown, '~~', isStruck, (words) => `<del>${words}</del>`)
  if (shown.includes('^[')) shown = shown.replace(INLINE_NOTE, ' ($1)')
  if (shown.includes(']{')) shown = shown.replace(SPAN, writeSpan)
  if (shown.includes('~')) shown = enclose(shown, '~', isLow, (words) => `<sub>${words}</sub>`)
  if (shown.includes('^')) shown = enclose(shown, '^', isHigh, (words) => `<sup>${words}</sup>`)
  if (/:\/\/|www\./.test(shown) && WIDE_END.test(shown)) shown = endAddresses(shown)
  return shown.includes(':') ? shown.replace(EMOJI, writeEmoji) : shown
}

/** Escaped brackets in an address are brackets: `[Zip](https://example.com/zip_\\(file_format\\))`. */
function writeTex(
  written: string,
  round: string | undefined,
  square: string | undefined,
  at: number,
  text: string,
): string {
  const tex = round ?? square ?? ''
  return TEX_SIGN.test(tex) && !isInAddress(text, at) ? writeFormula(tex.trim()) : written
}

/** A name between colons; in an address it is a part of that. */
function writeEmoji(written: string, name: string, at: number, text: string): string {
  const emoji = findEmoji(name)
  return emoji === null || isInAddress(text, at) ? written : emoji
}

/** How far back the beginning of an address is looked for. */
const MAX_ADDRESS = 500

function isInAddress(text: string, at: number): boolean {
  let start = at
  while (start > at - MAX_ADDRESS && start > 0 && !/[\s()<>"']/.test(text.charAt(start - 1))) start -= 1
  return (
    text.slice(start, at).includes('://') ||
    /(?:\]\(|<|=["'])$/.test(text.slice(Math.max(0, start - 2), start))
  )
}

const WEB_AUTOLINK = /<(www\.[\w-]{1,63}\.[^\s<>]{1,500})>/gi
const MAIL_AUTOLINK = /<([\w.+-]{1,64}@(?=[^<>]{0,250}[^\0-\x7f])[\p{L}\p{M}\p{N}.-]{1,250}\.\p{L}{2,20})>/giu

/** `<www.example.org>` and addresses of domains that are not ASCII are links in other programs. */
function mendAutolinks(text: string): string {
  return text.replace(WEB_AUTOLINK, '[$1](https://$1)').replace(MAIL_AUTOLINK, '[$1](mailto:$1)')
}

/** `@[youtube](id)` */
const FILM = /@\[(youtube|vimeo)\]\(([^()\s]{1,300})\)/gi
/** `\\(x^2\\)` and `\\[x^2\\]`, where a sign of TeX is in it. */
const TEX = /\\{1,2}\(([^()\n]{1,500}?)\\{1,2}\)|\\{1,2}\[([^[\]\n]{1,500}?)\\{1,2}\]/g
/** A command, an index or a group; a lone backslash is an escape. */
const TEX_SIGN = /\\[A-Za-z,;!|{]|[\^_{]/
const INLINE_NOTE = /(?<=\S)\^\[([^[\]\n]{1,1000})\](?![([:])/g
/** Pandoc's span with attributes, which have no meaning here. */
const SPAN = /\[([^[\]\n]{1,300})\]\{(?:[.#:][^{}\n]{0,200}|[a-z-]{1,20}=[^{}\n]{0,200})\}/gi
/** What a directive begins with: its words and attributes look like a span. */
const DIRECTIVE_NAME = /::[a-z][a-z-]{0,30}$/i
const MAX_DIRECTIVE_NAME = 33

function writeSpan(raw: string, words: string, at: number, text: string): string {
  return DIRECTIVE_NAME.test(text.slice(Math.max(0, at - MAX_DIRECTIVE_NAME), at)) ? raw : words
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
  !tex.includes('](') &&
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
