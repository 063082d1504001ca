import { COMMON_KEY } from './common-key.ts'

/** Where front matter stands in a block of code at the very top, as some editors and chat programs hand it over. */
export type CodeFence = { language: string; start: number; end: number; after: number }

const MARK = /`{3,}|~{3,}/y
const LANGUAGE = /^(?:ya?ml|toml|json|front-?matter|markdown|md)?$/i
const FIRST_KEY = /^\{?[ \t]{0,9}["']?([a-z_]{2,20})["']?[ \t]{0,9}([:=])/i
/** With those of any fence: code for a program begins otherwise. */
const FURTHER_KEY = /^(?:private|hidden|status|permalink|embargo|headline|publishdate|pubdate)$/i

/**
 * The front matter in a block of code that the text begins with, at `first`: one whose first key is one of a story's. Null for
 * any other block, and for one that is not closed.
 */
export function findCodeFence(text: string, first: number): CodeFence | null {
  MARK.lastIndex = first
  const mark = MARK.exec(text)?.[0]
  const outer = text.indexOf('\n', first) + 1
  if (mark === undefined || outer === 0) return null
  const said = text
    .slice(first + mark.length, Math.min(outer, first + 100))
    .trim()
    .split(/\s/, 1)
  if (!LANGUAGE.test(said[0] ?? '')) return null
  const closing = findLine(text, outer, (line) => line.trimEnd() === mark)
  if (closing === null) return null
  const opened = findLine(text, outer, (line) => line.trim() !== '')
  const fence = opened === null ? '' : text.slice(opened.start, opened.end).trim()
  const inner = /^(?:---|\+\+\+)$/.test(fence) ? opened : null
  const start = inner === null ? outer : inner.end + 1
  const end = inner === null ? closing.start : findLine(text, start, (line) => line.trim() === fence)?.start
  if (end === undefined || end > closing.start) return null
  const [, key = '', sign = ''] = FIRST_KEY.exec(findFirstWords(text.slice(start, end))) ?? []
  if (!COMMON_KEY.test(key) && !FURTHER_KEY.test(key)) return null
  const isJson = /^\s*\{/.test(text.slice(start, end))
  const language = isJson ? 'json' : sign === '=' ? 'toml' : 'yaml'
  return { language, start, end, after: closing.end }
}

/** The first line of a block that is no remark, nor the brace of an object alone. */
function findFirstWords(block: string): string {
  const found = findLine(block, 0, (line) => !/^(?:#|\{?$)/.test(line.trim()))
  return found === null ? '' : block.slice(found.start, found.end).trim()
}

/** The first line from `start` on for which `test` holds. */
function findLine(
  text: string,
  start: number,
  test: (line: string) => boolean,
): { start: number; end: number } | null {
  for (let at = start; at < text.length; ) {
    const next = text.indexOf('\n', at)
    const end = next === -1 ? text.length : next
    if (test(text.slice(at, end))) return { start: at, end }
    at = end + 1
  }
  return null
}
