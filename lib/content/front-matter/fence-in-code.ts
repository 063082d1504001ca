/** Where front matter stands in a block of code at the very top, as some editors and chat programs hand it over. */
export type CodeFence = { language: string; start: number; end: number; after: number }

const OPENING = /(`{3,}|~{3,})[ \t]*([a-z-]{0,12})[^\n`]{0,100}\n/iy
const LANGUAGE = /^(?:ya?ml|toml|json|front-?matter|markdown|md)?$/i
/** Fences of its own within the block: `---`, `+++`. */
const INNER_OPENING = /\s*(---|\+\+\+)[ \t]*\n/y

const FIRST_KEY = /^(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*\{?\s*["']?([a-z_]{2,20})["']?[ \t]*([:=])/i
const KEY =
  /^(?:title|date|authors?|categor(?:y|ies)|slug|tags|summary|description|layout|draft|published|private|hidden|status|permalink|embargo|headline|publishdate|pubdate)$/i

/**
 * The front matter in a block of code that the text begins with, at `first`: one whose first key is one of a story's. Null for
 * any other block, and for one that is not closed.
 */
export function findCodeFence(text: string, first: number): CodeFence | null {
  OPENING.lastIndex = first
  const opening = OPENING.exec(text)
  const [whole = '', mark = '', said = ''] = opening ?? []
  if (opening === null || !LANGUAGE.test(said)) return null
  const outer = first + whole.length
  const closing = findLine(text, outer, (line) => line.trimEnd() === mark)
  if (closing === null) return null
  INNER_OPENING.lastIndex = outer
  const inner = INNER_OPENING.exec(text)
  const start = outer + (inner?.[0].length ?? 0)
  const end =
    inner === null ? closing.start : findLine(text, start, (line) => line.trimEnd() === inner[1])?.start
  if (end === undefined || end > closing.start) return null
  const [, key = '', sign = ''] = FIRST_KEY.exec(text.slice(start, end)) ?? []
  if (!KEY.test(key)) return null
  const isJson = /^\s*\{/.test(text.slice(start, end))
  const language = isJson ? 'json' : sign === '=' ? 'toml' : 'yaml'
  return { language, start, end, after: closing.end }
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
