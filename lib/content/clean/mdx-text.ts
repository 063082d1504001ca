import { readString, showComponent, writePlainAttributes } from './mdx-components.ts'

/** The Markdown in an MDX file, and the first line, counted from the body's, where code was taken out; null where none was. */
export type MdxText = { body: string; codeLine: number | null }

const FENCE = /^ {0,3}(`{3,}|~{3,})/
/** `import duties rose` is prose: an import has braces, a star or a string in it, or a `from`. */
const STATEMENT =
  /^(?:import\s+(?:[*{"']|type\s|[\w$]{1,80}(?:\s*,|\s+from\s*["']))|export\s+(?:const|let|var|default|function|class|async|type|\{|\*))/

/**
 * MDX is Markdown with a program in it, and no program of a writer's is run here: imports, exports and expressions go, of
 * components the text between their tags stays, and what their attributes say and show. Lines keep their numbers. Code in
 * fences is text.
 */
export function dropMdxCode(source: string): MdxText {
  const pieces: string[] = []
  let text: string[] = []
  let fence: string | null = null
  let statementEnd = 0
  // What is open and never closes is looked for again and again: only so often.
  const effort: Effort = { characters: 20 * source.length, lines: 0 }
  const flush = () => {
    if (text.length > 0) pieces.push(dropExpressions(text.join('\n'), effort))
    text = []
  }
  const lines = source.split('\n')
  effort.lines = 20 * lines.length
  for (const [at, line] of lines.entries()) {
    const mark = at < statementEnd ? undefined : FENCE.exec(line)?.[1]
    if (fence !== null || mark !== undefined) {
      flush()
      pieces.push(line)
      if (fence === null) fence = mark ?? null
      else if (mark?.startsWith(fence) && line.trim() === mark) fence = null
      continue
    }
    if (at >= statementEnd && STATEMENT.test(line)) statementEnd = findStatementEnd(lines, at, effort)
    text.push(at < statementEnd ? '' : line)
  }
  flush()
  const body = pieces.join('\n')
  return { body, codeLine: findFirstChange(source, body) }
}

/** How many more characters and lines may be looked at in search of what closes something; a text has its fill of both. */
type Effort = { characters: number; lines: number }

/** No statement in a text has more lines. */
const MAX_STATEMENT = 500

/** The line behind a statement: a blank one where no bracket is open. Where one stays open, the first blank one. */
function findStatementEnd(lines: readonly string[], start: number, effort: Effort): number {
  let depth = 0
  let firstBlank: number | null = null
  const end = Math.min(lines.length, start + MAX_STATEMENT)
  for (let at = start; at < end; at++) {
    if (firstBlank !== null && effort.lines < 0) return firstBlank
    effort.lines -= 1
    const line = lines[at] ?? ''
    const isBlank = line.trim() === ''
    if (isBlank && depth <= 0) return at
    if (isBlank) firstBlank ??= at
    depth += countBrackets(line)
  }
  return depth <= 0 ? end : (firstBlank ?? end)
}

/** How many more brackets a line of code opens than it closes. */
function countBrackets(line: string): number {
  const code = line.replace(/"[^"\n]*"|'[^'\n]*'|`[^`\n]*`|\/\/[^\n]*/g, '')
  return (code.match(/[{([]/g)?.length ?? 0) - (code.match(/[})\]]/g)?.length ?? 0)
}

function findFirstChange(before: string, after: string): number | null {
  if (before === after) return null
  const lines = after.split('\n')
  return before.split('\n').findIndex((line, at) => line !== lines[at]) + 1
}

/** A remark in braces and `{props.x}` go, `{'text'}` is its text, `<Card a={b}>` goes; `code` in backticks stays as it is. */
function dropExpressions(text: string, effort: Effort): string {
  let kept = ''
  for (let at = 0; at < text.length; ) {
    const end = findEnd(text, at, effort)
    kept += end.replacement
    at = end.at
  }
  return kept
}

type Step = { at: number; replacement: string }

function findEnd(text: string, at: number, effort: Effort): Step {
  const character = text[at] ?? ''
  if (character === '`') return copy(text, at, findCodeEnd(text, at))
  if (character === '\\') return copy(text, at, at + 2)
  if (character === '$') return copy(text, at, findFormulaEnd(text, at, effort))
  if (character === '{') return dropTo(text, at, findClosing(text, at, effort), readExpression)
  if (character !== '<') return copy(text, at, at + 1)
  const start = text.slice(at, at + 3)
  if (/^<\/?[A-Z]|^<\/?>/.test(start)) {
    return dropTo(text, at, findClosing(text, at, effort), (tag) =>
      showComponent(tag, isFirstInLine(text, at)),
    )
  }
  return /^<[a-z]/.test(start)
    ? dropTo(text, at, findClosing(text, at, effort), writePlainAttributes)
    : copy(text, at, at + 1)
}

const MAX_INDENT = 200

function isFirstInLine(text: string, at: number): boolean {
  const start = Math.max(0, at - MAX_INDENT)
  const before = text.slice(start, at)
  const lineStart = before.lastIndexOf('\n') + 1
  return (lineStart > 0 || start === 0) && before.slice(lineStart).trim() === ''
}

/** TeX is full of braces: behind the formula that begins at `at`, or behind the sign where none does. */
function findFormulaEnd(text: string, at: number, effort: Effort): number {
  const mark = text[at + 1] === '$' ? '$$' : '$'
  const open = at + mark.length
  if (effort.characters < 0) return open
  const close = text.slice(open, open + MAX_EXPRESSION).indexOf(mark)
  effort.characters -= close === -1 ? MAX_EXPRESSION : close
  const tex = close === -1 ? '' : text.slice(open, open + close)
  const isFormula =
    mark === '$$' || (/^\S/.test(tex) && /\S$/.test(tex) && /[\\^_{]/.test(tex) && !tex.includes('\n'))
  return close !== -1 && isFormula ? open + close + mark.length : open
}

function copy(text: string, at: number, end: number): Step {
  return { at: end, replacement: text.slice(at, end) }
}

/** What is dropped leaves its line ends. What never closes is text. */
function dropTo(text: string, at: number, end: number | null, read: (inner: string) => string): Step {
  if (end === null) return copy(text, at, at + 1)
  const dropped = text.slice(at, end)
  const shown = read(dropped)
  return { at: end, replacement: shown + '\n'.repeat(Math.max(0, countLines(dropped) - countLines(shown))) }
}

function countLines(text: string): number {
  return text.split('\n').length
}

/** What an expression shows without being run: a string, or the name that Docusaurus gives a heading, `{#quay}`. */
function readExpression(expression: string): string {
  return /^\{#[\w-]+\}$/.test(expression) ? expression : (readString(expression) ?? '')
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
function findClosing(text: string, at: number, effort: Effort): number | null {
  if (effort.characters < 0) return null
  const piece = text.slice(at, at + MAX_EXPRESSION)
  const length = findPieceEnd(piece)
  effort.characters -= length ?? piece.length
  return length === null ? null : at + length
}

/** How long the expression or tag is that a text begins with. */
function findPieceEnd(piece: string): number | null {
  const isTag = piece[0] === '<'
  let depth = isTag ? 0 : 1
  // A mark that was sought in vain is not to be found further on either.
  const missing = new Set<string>()
  const skipTo = (mark: string, from: number) => {
    const end = missing.has(mark) ? -1 : piece.indexOf(mark, from)
    if (end === -1) missing.add(mark)
    return end === -1 ? from : end
  }
  for (let at = 1; at < piece.length; at++) {
    const character = piece[at] ?? ''
    if (character === '/' && piece[at + 1] === '*') at = skipTo('*/', at + 2) + 1
    else if ((character === '"' || character === "'") && (isTag || depth > 0)) at = skipTo(character, at + 1)
    else if (character === '{') depth++
    else if (character === '}' && --depth === 0 && !isTag) return at + 1
    else if (character === '>' && isTag && depth === 0) return at + 1
  }
  return null
}
