import { toPlainText } from '#lib/format/plain-text.ts'

/** Longer blocks than this are cut before they are read; a description needs no more. */
const MAX_BLOCK = 4000

const CODE_FENCE = /^ {0,3}(?:`{3,}[^`]*|~{3,}.*)$/
const LIST_OR_CODE = /^(?:[ \t]*(?:[-*+•]|\d{1,4}[.)])[ \t]|(?: {4}|\t)\S)/
const NOT_PROSE =
  /^[ \t]*(?:#{1,6}(?:[ \t].*|$)|\|.*|[-*_=:][-*_=: |\t]{2,}|\[[^\]\n]{1,200}\]:.*|import .* from .*|\$\$.*)$/gm
const SETEXT = /^[^\n]+\n[ \t]*(?:={2,}|-{2,})[ \t]*$/m
const SCRIPT = /<(script|style)\b.*?<\/\1\s*>/gis
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
  return toPlainText(short.replace(SCRIPT, '').replace(SETEXT, '').replace(NOT_PROSE, '').replace(MARKER, ''))
}

/** Runs of lines between blank ones, without code, comments, scripts and styles. */
function* listBlocks(body: string): Generator<string> {
  let block: string[] = []
  let closing: RegExp | null = null
  for (const line of listLines(body)) {
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

function* listLines(body: string): Generator<string> {
  for (let start = 0; start <= body.length; ) {
    const end = body.indexOf('\n', start)
    yield body.slice(start, end === -1 ? undefined : end)
    if (end === -1) return
    start = end + 1
  }
}

/** What ends the thing this line begins, when it begins something that is not for reading. */
function findClosing(line: string): RegExp | null {
  if (CODE_FENCE.test(line)) return line.trimStart().startsWith('~') ? /^ {0,3}~{3,}\s*$/ : /^ {0,3}`{3,}\s*$/
  if (line.lastIndexOf('<!--') > line.lastIndexOf('-->')) return /-->/
  const element = /<(script|style)[\s>]/i.exec(line)?.[1]
  return element === undefined || /<\/(?:script|style)\s*>/i.test(line) ? null : /<\/(?:script|style)\s*>/i
}
