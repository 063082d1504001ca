import { findExcess } from './check-limits.ts'
import { isNestedTooDeep } from './check-nesting.ts'

/** Longer texts may take too long, or become too large. */
const MAX_PLAIN = 100_000

/** Raw HTML, template tags, formulas, pictures, footnotes: what a stage has something to say of, or a file belongs to. */
const SIGN = /[<{$]|!\[/
const LOOPBACK = /:\/\/(?:localhost|127\.|0\.0\.0\.0|\[::1?\])/i
const PLAIN_TARGET = /^\]\((?:https?:\/\/|mailto:)/i

/**
 * Whether rendering a text may find anything that is to be told or looked at. False for words, emphasis, lists, code,
 * tables and links to other sites: most of a paper, for a hundredth of what rendering it costs.
 *
 * @param host of this site: links to it are looked at
 */
export function mayHaveNotes(markdown: string, host: string): boolean {
  if (markdown.length > MAX_PLAIN || SIGN.test(markdown)) return true
  if (host !== '' && markdown.includes(host)) return true
  if (!hasOnlyPlainLinks(markdown) || LOOPBACK.test(markdown)) return true
  return isNestedTooDeep(markdown) || findExcess(markdown) !== null
}

/** Whether each bracket is that of a link to another site. */
function hasOnlyPlainLinks(markdown: string): boolean {
  let close = -1
  for (let open = markdown.indexOf('['); open !== -1; open = markdown.indexOf('[', open + 1)) {
    if (open < close) return false
    close = markdown.indexOf(']', open)
    if (close === -1 || !PLAIN_TARGET.test(markdown.slice(close, close + 12))) return false
  }
  return true
}
