import { listLines } from '#lib/text/list-lines.ts'
import { toPlainText } from '#lib/text/plain-text.ts'
import { trimEndOf } from '#lib/text/trim.ts'

/** A body's first heading of the first level, and the body with its lines left empty. */
export type HeadedBody = { heading: string; rest: string }

const ATX = /^ {0,3}#[ \t]/
const SETEXT_RULE = /^==+[ \t]*$/
const HTML = /^<h1[\s>]/i
const HTML_END = '</h1>'
const CODE_FENCE = /^ {0,3}(?:```|~~~)/

/** The first H1 above any code block; null when there is none. */
export function takeHeading(body: string): HeadedBody | null {
  if (!body.includes('#') && !body.includes('\n==') && !/<h1/i.test(body)) return null
  return findHeading(body, Number.POSITIVE_INFINITY)
}

/** Takes the H1 off a body that begins by repeating the story's title, as the page has that as its own. */
export function dropRepeatedTitle(body: string, title: string): string {
  if (!/^ {0,3}(?:#[ \t]|<h1|\S[^\n]*\n==)/i.test(body)) return body
  const headed = findHeading(body, 1)
  return headed !== null && headed.heading.toLowerCase() === title.toLowerCase() ? headed.rest : body
}

/** The first heading that begins on one of the body's first `count` lines. */
function findHeading(body: string, count: number): HeadedBody | null {
  let number = 0
  let above: { text: string; start: number } | null = null
  for (const { text, start, end } of listLines(body)) {
    if (CODE_FENCE.test(text)) return null
    if (above !== null && SETEXT_RULE.test(text)) return split(body, above.start, end, above.text)
    number += 1
    if (number > count + 1) return null
    const written = number > count ? null : readLine(text)
    if (written !== null) return split(body, start, end, written)
    above = /^ {0,3}\S/.test(text) && number <= count ? { text, start } : null
  }
  return null
}

/** The words of a line that is a heading by itself. */
function readLine(line: string): string | null {
  if (ATX.test(line)) return dropClosingMarks(line.trimStart().slice(1))
  if (!HTML.test(line)) return null
  const text = line.trimEnd()
  const opened = text.indexOf('>')
  const closed = text.toLowerCase().indexOf(HTML_END)
  const isOneElement = opened !== -1 && closed > opened && closed === text.length - HTML_END.length
  return isOneElement ? text.slice(opened + 1, closed) : null
}

/** `Tides ##` → `Tides`, `C#` as it is. */
function dropClosingMarks(text: string): string {
  const bare = trimEndOf(text.trimEnd(), /#/)
  return bare === '' || /[ \t]$/.test(bare) ? bare : text
}

function split(body: string, start: number, end: number, written: string): HeadedBody {
  const emptied = '\n'.repeat(body.slice(start, end).split('\n').length - 1)
  return { heading: toPlainText(written), rest: body.slice(0, start) + emptied + body.slice(end) }
}
