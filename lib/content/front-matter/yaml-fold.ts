import { type Diagnostic, reportWarning } from '../diagnostic.ts'
import type { YamlFault } from './rescue.ts'

/** What YAML says of a line inside quotation marks that stands no further in than the key above it. */
export const UNINDENTED = 'deficient indentation'

/** Where a quoted value may begin on a line: after a key, a list's hyphen, a bracket or a comma, or as the whole line. */
const OPENING = /(?:^[ \t]*|[:,[{-][ \t]+|[[{])(["'])/g

/** What may stand behind a closing quotation mark: nothing, a comment, or the rest of a list or mapping in brackets. */
const AFTER = /^[ \t]*(?:$|#|[,\]}:])/

type Opening = { line: number; column: number; mark: string }

/**
 * Indents the lines of a quoted value that begin at the margin, as PyYAML and js-yaml 3 read them: `"One line⏎and the next"`
 * is `One line and the next`. White space at the start of such a line is no part of the value. Null where the value is
 * never closed, or goes on behind its closing mark: those are slips of another kind.
 */
export function foldQuoted(
  block: string,
  syntaxError: YamlFault,
): { block: string; diagnostics: Diagnostic[] } | null {
  if (!syntaxError.reason.includes(UNINDENTED)) return null
  const lines = block.split('\n')
  const opening = findOpening(lines, syntaxError.line)
  const end = opening === null ? null : findEnd(lines, syntaxError.line, opening.mark)
  if (opening === null || end === null) return indentBrackets(lines, syntaxError.line)
  const indent = ' '.repeat(opening.column + 1)
  const isDeep = (line: string) => line.length - line.trimStart().length > opening.column
  const folded = lines.map((line, at) =>
    at > opening.line && at <= end && line.trim() !== '' && !isDeep(line) ? indent + line : line,
  )
  return { block: folded.join('\n'), diagnostics: listSwallowed(lines, syntaxError.line, end) }
}

/** A list or mapping in brackets goes on to its closing bracket, however its lines stand: `tags: [a,⏎b]`. */
function indentBrackets(lines: string[], from: number): { block: string; diagnostics: Diagnostic[] } | null {
  const start = lines.slice(0, from).findLastIndex((line) => /^[\w-]{1,60}:[ \t]+[[{]/.test(line))
  if (start === -1) return null
  let depth = 0
  let end = start
  for (; end < lines.length; end++) {
    depth = countDepth(lines[end] ?? '', depth)
    if (depth <= 0) break
  }
  if (depth !== 0 || end < from) return null
  const folded = lines.map((line, at) => (at > start && at <= end && line.trim() !== '' ? ` ${line}` : line))
  return { block: folded.join('\n'), diagnostics: [] }
}

/** How many brackets are open behind a line, those between quotation marks left out. */
function countDepth(line: string, before: number): number {
  let depth = before
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at)
    if (character === '[' || character === '{') depth++
    else if (character === ']' || character === '}') depth--
    else if (
      (character === '"' || character === "'") &&
      /(?:^|[\s,:[{])$/.test(line.slice(Math.max(0, at - 1), at))
    ) {
      const close = findMark(line, at + 1, character)
      if (close === -1) return depth
      at = close
    }
  }
  return depth
}

const KEY_WITH_TEXT = /^[\w-]{1,60}:[ \t]+[^\s|>&*!{["'#%@`-]/
const PLAIN_LINE = /^[^\s:#\-[\]{}"'|>&*!%@`][^:#]*$/

/**
 * The same of text without quotation marks: a line at the margin that is no key goes on with the text of the key above it.
 * YAML refuses that, so it is said.
 */
export function foldPlain(
  block: string,
  syntaxError: YamlFault,
): { block: string; diagnostic: Diagnostic } | null {
  const lines = block.split('\n')
  let at = Math.min(syntaxError.line, lines.length - 1)
  if (!PLAIN_LINE.test(lines[at] ?? '')) at--
  if (!PLAIN_LINE.test(lines[at] ?? '')) return null
  while (at > 0 && PLAIN_LINE.test(lines[at - 1] ?? '')) at--
  if (at < 1 || !KEY_WITH_TEXT.test(lines[at - 1] ?? '')) return null
  let end = at
  while (PLAIN_LINE.test(lines[end] ?? '')) end++
  const folded = lines.map((line, position) => (position >= at && position < end ? `  ${line}` : line))
  const message = 'the line is no key, and was read as more of the text above it'
  const hint = 'Indent it, or put the whole text between quotation marks'
  return {
    block: folded.join('\n'),
    diagnostic: reportWarning({ field: null, found: lines[at], message, hint, line: at + 1 }),
  }
}

/** The last quotation mark above `from` that is still open there. */
function findOpening(lines: string[], from: number): Opening | null {
  for (let line = Math.min(from, lines.length) - 1; line >= 0; line--) {
    for (const match of (lines[line] ?? '').matchAll(OPENING)) {
      const mark = match[1] ?? ''
      const column = match.index + match[0].length - 1
      if (isOpenUntil(lines, { line, column, mark }, from)) return { line, column, mark }
    }
  }
  return null
}

function isOpenUntil(lines: string[], { line, column, mark }: Opening, until: number): boolean {
  if (findMark(lines[line] ?? '', column + 1, mark) !== -1) return false
  return lines.slice(line + 1, until).every((next) => findMark(next, 0, mark) === -1)
}

function findEnd(lines: string[], from: number, mark: string): number | null {
  for (const [at, line] of lines.slice(from).entries()) {
    const close = findMark(line, 0, mark)
    if (close !== -1) return AFTER.test(line.slice(close + 1)) ? from + at : null
  }
  return null
}

/** The closing mark; one that is escaped, `\"` or `''`, is none. -1: not on this line. */
function findMark(line: string, start: number, mark: string): number {
  for (let at = start; at < line.length; at++) {
    if (mark === '"' && line[at] === '\\') at++
    else if (line[at] === mark) {
      if (mark === '"' || line[at + 1] !== mark) return at
      at++
    }
  }
  return -1
}

/** A line that looks like a key of its own is part of the text all the same: its writer may have meant otherwise. */
function listSwallowed(lines: string[], from: number, end: number): Diagnostic[] {
  const at = lines.slice(from, end + 1).findIndex((line) => /^[a-z]\w{2,30}:(?:\s|$)/.test(line))
  if (at === -1) return []
  const found = lines[from + at] ?? ''
  const message = 'the line stands between quotation marks and was read as text, not as a key'
  const hint = 'Close the quotation marks above it if it is a key, or indent it if it is text'
  return [reportWarning({ field: null, found, message, hint, line: from + at + 1 })]
}
