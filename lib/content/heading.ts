import { toPlainText } from '#lib/format/plain-text.ts'

/** A body's first heading of the first level, and the body with its lines left empty. */
export type HeadedBody = { heading: string; rest: string }

const HEADING =
  /^ {0,3}#[ \t]+([^\n]*)$|^ {0,3}(\S[^\n]*)\n={2,}[ \t]*$|^<h1(?:\s[^<>\n]*)?>([^\n]*?)<\/h1>[ \t]*$/
const HEADING_ANYWHERE = new RegExp(HEADING, 'm')
const CODE_FENCE = /^ {0,3}(?:```|~~~)/m

/** The first H1 above any code block; null when there is none. */
export function takeHeading(body: string): HeadedBody | null {
  if (!body.includes('#') && !body.includes('\n==') && !/<h1/i.test(body)) return null
  const code = body.search(CODE_FENCE)
  return splitAtMatch(body, HEADING_ANYWHERE.exec(code === -1 ? body : body.slice(0, code)))
}

/** Takes the H1 off a body that begins by repeating the story's title, as the page has that as its own. */
export function dropRepeatedTitle(body: string, title: string): string {
  if (!/^ {0,3}(?:#[ \t]|<h1|\S[^\n]*\n==)/i.test(body)) return body
  const headed = takeHeading(body)
  return headed !== null && headed.heading.toLowerCase() === title.toLowerCase() ? headed.rest : body
}

function splitAtMatch(body: string, match: RegExpExecArray | null): HeadedBody | null {
  if (match === null) return null
  const [lines, atx, setext, html] = match
  const heading = toPlainText((atx ?? setext ?? html ?? '').replace(/[ \t]+#+[ \t]*$/, ''))
  const emptied = '\n'.repeat(lines.split('\n').length - 1)
  return { heading, rest: body.slice(0, match.index) + emptied + body.slice(match.index + lines.length) }
}
