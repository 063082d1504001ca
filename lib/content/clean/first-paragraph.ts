import { listLines } from '#lib/text/list-lines.ts'
import { toPlainText } from '#lib/text/plain-text.ts'

/** Longer blocks than this are cut before they are read; a description needs no more. */
const MAX_BLOCK = 4000

const CODE_FENCE = /^ {0,3}(?:```+[^`]*$|~~~)/
const LIST_OR_CODE = /^(?:[ \t]*(?:[-*+•]|\d{1,4}[.)])[ \t]|(?: {4}|\t)\S)/
const NOT_PROSE =
  /^[ \t]*(?:#{1,6}(?:[ \t]|$)|\||[-*_=:][-*_=: |\t]{2,}$|\[[^[\]]{1,200}\]:|import .* from |\$\$)/
const SETEXT_RULE = /^[ \t]*(?:==+|--+)[ \t]*$/
const MARKER = /^[ \t]*(?:>[ \t]?)*(?:(?:[-*+•]|\d{1,4}[.)])[ \t]+(?:\[[ x]\][ \t]+)?)?/gm

/**
 * The first paragraph of prose in a body, as plain text: headings, pictures, code, tables, comments and shortcodes
 * are passed over; a list or a quotation will do when there is nothing else. '' when there are no words at all.
 */
export function findFirstParagraph(body: string): string {
  let spare = ''
  for (const block of listBlocks(body)) {
    const text = toProse(block)
    if (!/[\p{L}\p{N}]/u.test(text) || /^<?https?:\/\/\S+$/.test(text)) continue
    if (!LIST_OR_CODE.test(block)) return text
    if (spare === '') spare = text
  }
  return spare
}

function toProse(block: string): string {
  const short = block.length > MAX_BLOCK ? block.replace(/data:[^\s)"'>]+/g, '').slice(0, MAX_BLOCK) : block
  const lines = dropScripts(short).split('\n')
  const rule = lines.findIndex((line, at) => at > 0 && SETEXT_RULE.test(line))
  const prose = lines.filter((line, at) => at !== rule && at !== rule - 1 && !NOT_PROSE.test(line))
  return toPlainText(prose.join('\n').replace(MARKER, ''))
}

/** Scripts and styles that end in the block they begin in. */
function dropScripts(block: string): string {
  if (!/<s(?:cript|tyle)/i.test(block)) return block
  const lower = block.toLowerCase()
  let kept = ''
  let done = 0
  for (const { index, 0: opening } of block.matchAll(/<(?:script|style)\b/gi)) {
    if (index < done) continue
    const closing = lower.indexOf(`</${opening.slice(1).toLowerCase()}`, index)
    if (closing === -1) break
    kept += block.slice(done, index)
    done = block.indexOf('>', closing) + 1 || block.length
  }
  return kept + block.slice(done)
}

/** Runs of lines between blank ones, without code, comments, scripts and styles. */
function* listBlocks(body: string): Generator<string> {
  let block: string[] = []
  let closing: RegExp | null = null
  for (const { text: line } of listLines(body)) {
    if (closing !== null) {
      if (closing.test(line)) closing = null
      continue
    }
    closing = findClosing(line)
    if (closing === null && line.trim() !== '') {
      block.push(line)
    } else if (block.length > 0) {
      yield block.join('\n')
      block = []
    }
  }
  if (block.length > 0) yield block.join('\n')
}

/** What ends the thing this line begins, when it begins something that is not for reading. */
function findClosing(line: string): RegExp | null {
  if (CODE_FENCE.test(line)) return line.trimStart().startsWith('~') ? /^ {0,3}~{3,}\s*$/ : /^ {0,3}`{3,}\s*$/
  if (line.lastIndexOf('<!--') > line.lastIndexOf('-->')) return /-->/
  const element = /<(script|style)[\s>]/i.exec(line)?.[1]
  return element === undefined || /<\/(?:script|style)\s*>/i.test(line) ? null : /<\/(?:script|style)\s*>/i
}
