/** `key="value"` or `key: value`; `key` is null where the value stands alone. */
export type Parameter = { key: string | null; value: string }

const NAME = /[\w-]/
const SPACE = /\s/
const QUOTES = '"\'`'

/** The parameters of a template tag in their order, read in one pass: `"a.jpg" alt='The quay' width=300, 4`. */
export function* listParameters(text: string): Generator<Parameter> {
  for (let at = 0; at < text.length; ) {
    if (SPACE.test(text.charAt(at)) || text[at] === ',') {
      at += 1
      continue
    }
    const key = readKey(text, at)
    const { value, end } = readValue(text, key?.end ?? at)
    yield { key: key?.name ?? null, value: value.replace(/\\(["'_*\\])/g, '$1') }
    at = end
  }
}

/** A name, `=` or `:` (but not that of an address), and something behind it. */
function readKey(text: string, start: number): { name: string; end: number } | null {
  const nameEnd = skip(text, start, NAME)
  if (nameEnd === start) return null
  const sign = skip(text, nameEnd, SPACE)
  const isSign = text[sign] === '=' || (text[sign] === ':' && text[sign + 1] !== '/')
  const end = skip(text, sign + 1, SPACE)
  return isSign && end < text.length && text[end] !== ',' ? { name: text.slice(start, nameEnd), end } : null
}

function readValue(text: string, start: number): { value: string; end: number } {
  const quote = text.charAt(start)
  const closing = QUOTES.includes(quote) ? findClosing(text, start, quote) : -1
  if (closing !== -1) return { value: text.slice(start + 1, closing), end: closing + 1 }
  let end = start
  while (end < text.length && text[end] !== ',' && !SPACE.test(text.charAt(end))) end += 1
  return { value: text.slice(start, end), end }
}

/** The mark that closes a quotation; in all but backticks, one behind a `\` does not. */
function findClosing(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\' && quote !== '`') at += 1
    else if (text[at] === quote) return at
  }
  return -1
}

function skip(text: string, start: number, set: RegExp): number {
  let at = start
  while (at < text.length && set.test(text.charAt(at))) at += 1
  return at
}
