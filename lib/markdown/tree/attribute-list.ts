/** What `{#id .class key="value"}` says. */
export type AttributeList = { id: string | null; classes: string[]; pairs: Map<string, string> }

const SPACE = /\s/
const KEY = /^[A-Za-z_][\w:-]*$/

/**
 * Reads what stands between the braces of an attribute list, in one pass: `#id`, `.class`, `key=value`, `key="two words"`.
 * Null when there is a word that is none of these, or no word at all.
 *
 * Source: https://kramdown.gettalong.org/syntax.html#attribute-list-definitions, https://pandoc.org/MANUAL.html
 */
export function parseAttributeList(inner: string): AttributeList | null {
  const list: AttributeList = { id: null, classes: [], pairs: new Map() }
  const words = splitWords(inner)
  return words.length > 0 && words.every((word) => addWord(list, word)) ? list : null
}

/**
 * Where the attribute list that ends a line begins, and what it says: `Tides {#tides .wide} ##`. Null when the line ends
 * in none.
 */
export function findClosingList(line: string): { at: number; list: AttributeList } | null {
  const text = dropClosingMarks(line)
  const at = text.lastIndexOf('{')
  if (at < 0 || !text.endsWith('}') || text.indexOf('}', at) !== text.length - 1) return null
  const inner = text.slice(at + 1, -1)
  const list = parseAttributeList(inner.startsWith(':') ? inner.slice(1) : inner)
  return list === null ? null : { at: text.slice(0, at).trimEnd().length, list }
}

/** The `##` that may close a heading's line, and the white space around it. */
function dropClosingMarks(line: string): string {
  const text = line.trimEnd()
  let end = text.length
  while (text[end - 1] === '#') end -= 1
  return text.slice(0, end).trimEnd()
}

/** Parts text at white space that is not inside quotation marks. */
function splitWords(text: string): string[] {
  const words: string[] = []
  let word = ''
  let quote = ''
  for (const character of text) {
    if (quote === '' && SPACE.test(character)) {
      if (word !== '') words.push(word)
      word = ''
      continue
    }
    if (quote !== '') quote = character === quote ? '' : quote
    else if ((character === '"' || character === "'") && word.endsWith('=')) quote = character
    word += character
  }
  return word === '' ? words : [...words, word]
}

/** Whether the word means something; `......` does not. */
function addWord(list: AttributeList, word: string): boolean {
  const [mark = '', first = ''] = word
  if (mark === '#' || mark === '.') {
    if (first === '' || first === '#' || first === '.') return false
    addNames(list, word)
    return true
  }
  const equals = word.indexOf('=')
  const name = word.slice(0, equals)
  if (equals < 1 || !KEY.test(name)) return false
  list.pairs.set(name.toLowerCase(), unquote(word.slice(equals + 1)))
  return true
}

/** `#id.class.other`: each name ends where the next begins. */
function addNames(list: AttributeList, word: string): void {
  for (const [name] of word.matchAll(/[#.][^#.]+/g)) {
    if (name.startsWith('#')) list.id ??= name.slice(1)
    else list.classes.push(name.slice(1))
  }
}

function unquote(value: string): string {
  const [quote = ''] = value
  return (quote === '"' || quote === "'") && value.length > 1 && value.endsWith(quote)
    ? value.slice(1, -1)
    : value
}
