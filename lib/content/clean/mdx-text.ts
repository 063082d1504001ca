/** The Markdown in an MDX file, and the first line, counted from the body's, where code was taken out; null where none was. */
export type MdxText = { body: string; codeLine: number | null }

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const STATEMENT =
  /^(?:import\s+(?:[\w*{"']|type\s)|export\s+(?:const|let|var|default|function|class|async|type|\{|\*))/

/**
 * MDX is Markdown with a program in it, and no program of a writer's is run here: imports, exports and expressions go, of
 * components the text between their tags stays. Lines keep their numbers. Code in fences is text.
 */
export function dropMdxCode(source: string): MdxText {
  const pieces: string[] = []
  let text: string[] = []
  let fence: string | null = null
  let isStatement = false
  const flush = () => {
    if (text.length > 0) pieces.push(dropExpressions(text.join('\n')))
    text = []
  }
  for (const line of source.split('\n')) {
    const mark = FENCE.exec(line)?.[1]
    if (fence !== null || mark !== undefined) {
      flush()
      pieces.push(line)
      if (fence === null) fence = mark ?? null
      else if (mark?.startsWith(fence) && line.trim() === mark) fence = null
      continue
    }
    isStatement = line.trim() !== '' && (isStatement || STATEMENT.test(line))
    text.push(isStatement ? '' : line)
  }
  flush()
  const body = pieces.join('\n')
  return { body, codeLine: findFirstChange(source, body) }
}

function findFirstChange(before: string, after: string): number | null {
  if (before === after) return null
  const lines = after.split('\n')
  return before.split('\n').findIndex((line, at) => line !== lines[at]) + 1
}

/** A remark in braces and `{props.x}` go, `{'text'}` is its text, `<Card a={b}>` goes; `code` in backticks stays as it is. */
function dropExpressions(text: string): string {
  let kept = ''
  for (let at = 0; at < text.length; ) {
    const end = findEnd(text, at)
    kept += end.replacement
    at = end.at
  }
  return kept
}

type Step = { at: number; replacement: string }

function findEnd(text: string, at: number): Step {
  const character = text[at] ?? ''
  if (character === '`') return copy(text, at, findCodeEnd(text, at))
  if (character === '\\') return copy(text, at, at + 2)
  if (character === '{') return dropTo(text, at, findClosing(text, at), readLiteral)
  if (character === '<' && /^<\/?[A-Z]|^<\/?>/.test(text.slice(at, at + 3))) {
    return dropTo(text, at, findClosing(text, at), () => '')
  }
  return copy(text, at, at + 1)
}

function copy(text: string, at: number, end: number): Step {
  return { at: end, replacement: text.slice(at, end) }
}

/** What is dropped leaves its line ends. What never closes is text. */
function dropTo(text: string, at: number, end: number | null, read: (inner: string) => string): Step {
  if (end === null) return copy(text, at, at + 1)
  const dropped = text.slice(at, end)
  return { at: end, replacement: read(dropped) + '\n'.repeat(dropped.split('\n').length - 1) }
}

function readLiteral(expression: string): string {
  return /^\{\s*(["'])([^"'\n]*)\1\s*\}$/.exec(expression)?.[2] ?? ''
}

function findCodeEnd(text: string, at: number): number {
  let open = at
  while (text[open] === '`') open++
  const close = text.indexOf(text.slice(at, open), open)
  return close === -1 ? open : close + open - at
}

/** No expression of a writer's is longer. */
const MAX_EXPRESSION = 5_000

/** Behind the brace or bracket that closes the one at `at`, with what nests in it and its strings read over. */
function findClosing(text: string, at: number): number | null {
  const isTag = text[at] === '<'
  let depth = isTag ? 0 : 1
  for (let position = at + 1; position < Math.min(text.length, at + MAX_EXPRESSION); position++) {
    const character = text[position] ?? ''
    if (text.startsWith('/*', position)) position = skipTo(text, position + 2, '*/') + 1
    else if ((character === '"' || character === "'") && (isTag || depth > 0))
      position = skipTo(text, position + 1, character)
    else if (character === '{') depth++
    else if (character === '}' && --depth === 0 && !isTag) return position + 1
    else if (character === '>' && isTag && depth === 0) return position + 1
  }
  return null
}

function skipTo(text: string, from: number, mark: string): number {
  const end = text.indexOf(mark, from)
  return end === -1 ? from : end
}
