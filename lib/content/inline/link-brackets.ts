/** Where the bracket that opens at `at` closes, brackets inside it and escapes counted; -1 where it does not. */
export function findBracketEnd(text: string, at: number): number {
  let depth = 0
  for (let position = at; position < text.length; position++) {
    const character = text[position]
    if (character === '\\') position++
    else if (character === '[') depth++
    else if (character === ']' && --depth === 0) return position
  }
  return -1
}

const LABEL = /\[[^[\]]{0,300}\]/y

/** Behind `(address "title")` or `[label]` at `at`; null where there is neither. */
export function skipTarget(text: string, at: number): number | null {
  if (text[at] === '(') return skipAddress(text, at)
  LABEL.lastIndex = at
  const label = LABEL.exec(text)
  return label === null || label[0].startsWith('[^') ? null : LABEL.lastIndex
}

/** Parentheses in an address may nest; in `<…>` and in a title anything may stand. */
function skipAddress(text: string, at: number): number | null {
  let depth = 0
  for (let position = at; position < text.length; position++) {
    const character = text[position]
    if (character === '\\') position++
    else if (character === '(') depth++
    else if (character === ')' && --depth === 0) return position + 1
    else if (character === '"' && /\s/.test(text[position - 1] ?? '')) position = skipQuoted(text, position)
    else if (character === '<' && position === at + 1) position = skipTo(text, position, '>')
  }
  return null
}

function skipQuoted(text: string, at: number): number {
  return skipTo(text, at + 1, '"')
}

function skipTo(text: string, at: number, mark: string): number {
  const found = text.indexOf(mark, at)
  return found === -1 ? at : found
}
