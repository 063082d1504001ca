/**
 * The addresses and titles of links and pictures as CommonMark reads them: `](/media/the pier.jpg "Title")` →
 * `](</media/the pier.jpg> "Title")`, `"A "quoted" title"` → `"A \"quoted\" title"`. One that is not closed ends where its
 * address does.
 */
export function mendTargets(written: string): string {
  const text = written.replace(APART, '$1($2)')
  const pieces: string[] = []
  let done = 0
  for (let at = text.indexOf(']('); at !== -1; at = text.indexOf('](', at + 2)) {
    const start = at + 2
    const end = findClosing(text, start)
    if (end === -1) {
      const address = UNCLOSED.exec(text.slice(start, start + MAX_ADDRESS))?.[0]
      if (address === undefined) continue
      pieces.push(text.slice(done, start), address, ')')
      done = start + address.length
      continue
    }
    const inner = text.slice(start, end).trim()
    const target = mendTarget(inner)
    if (target === inner) continue
    pieces.push(text.slice(done, start), target)
    done = end
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(done)
}

/** `[the plan] (https://example.com)` */
const APART = /(\[[^[\]\n]{1,300}\])[ \t]\((https?:\/\/[^\s()]{1,1000})\)/g

const MAX_ADDRESS = 2_000
/** `https://example.com/wiki/Pier_(town)`, with nothing behind it that closes a link. */
const UNCLOSED = /^https?:\/\/[^\s()]{1,1000}\([^\s()]{1,500}\)(?=[\s.,;:!?]|$)/i

const DEFINITION =
  /^( {0,3}\[[^[\]\n]{1,200}\]:[ \t]{0,4}(?:<[^<>\n]{1,1000}>|[^\s<]\S{0,1000}))[ \t]{1,9}(\S[^\n]*)$/

/** The same of a label's definition: `[plan]: /plan "The "great" plan"`. */
export function mendDefinition(line: string): string {
  const [, address, rest] = DEFINITION.exec(line) ?? []
  if (address === undefined || rest === undefined) return line
  const title = rest.replace(SIZE_BEFORE_TITLE, '').trim()
  return title === '' ? address : `${address} ${escapeQuotes(title)}`
}

const SIZE_BEFORE_TITLE = /^=\d{1,5}(?:px)?x\d{0,5}(?:px)?(?=\s|$)/

/** Markdown has no sizes of pictures (`a.jpg =300x200`), and takes what follows a space for a title. */
function mendTarget(written: string): string {
  // A template tag has quotation marks and spaces of its own.
  if (/\{[{%]/.test(written)) return written
  const inner = mendScheme(written)
  const at = findTitle(inner)
  const end = inner.slice(at)
  const title = end.startsWith('=') ? '' : escapeQuotes(end)
  const target = inner
    .slice(0, at)
    .trim()
    .replace(/\s=\d{0,5}x\d{0,5}$/, '')
  const isSpaced = /\s/.test(target) && /[/.]/.test(target) && !/["'<>]/.test(target)
  if (at === inner.length && !isSpaced && target === inner) return inner
  return `${isSpaced ? `<${target}>` : target}${title === '' ? '' : ` ${title}`}`
}

/** `"Title with "quotes" inside"`: its own marks are the first and the last. */
function escapeQuotes(title: string): string {
  const mark = title.charAt(0)
  if (title.length < 4 || (mark !== '"' && mark !== "'") || !title.endsWith(mark)) return title
  const inner = title.slice(1, -1)
  return inner.includes(mark)
    ? mark + inner.replaceAll(`\\${mark}`, mark).replaceAll(mark, `\\${mark}`) + mark
    : title
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

/** `/plan (The great plan)` */
const PARENTHESIZED = /^([^\s()]{1,1000}[ \t]{1,9})\([^()]{1,300}\)$/

/** Where the title or the size behind an address begins; the end where there is none. */
function findTitle(inner: string): number {
  const last = inner.charAt(inner.length - 1)
  const space = inner.search(/\s\S{0,20}$/)
  if (space !== -1 && /^=\d{0,5}x\d{0,5}$/.test(inner.slice(space + 1))) return space + 1
  if (last === ')') return PARENTHESIZED.exec(inner)?.[1]?.length ?? inner.length
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
