import { listLines } from '#lib/text/list-lines.ts'
import { MAX_INLINE, toInlineText } from '../inline/inline-text.ts'
import { findBracketEnd, skipTarget } from '../inline/link-brackets.ts'
import { isHiddenTag, SKIPPED_ELEMENTS } from '../inline/markup-tags.ts'
import { isAside } from './asides.ts'

/** Longer blocks than this are cut before they are read; a description needs no more. */
const MAX_BLOCK = 4000

const CODE_FENCE = /^ {0,3}(?:```+[^`]*$|~~~)/
const LIST_OR_CODE = /^(?:[ \t]*(?:[-*+•]|\d{1,4}[.)])[ \t]|(?: {4}|\t)\S)/
const NOT_PROSE =
  /^[ \t]*(?:#{1,6}(?:[ \t]|$)|\||[-*_=:][-*_=: |\t]{2,}$|\[[^[\]]{1,200}\]:|import .* from |export (?:const|let|var|default|function|async) |\*\[[^[\]]{1,60}\]:|\$\$|:::|[!?]{3}\+? |>[ \t]*\[![a-z]+\])/i
const SETEXT_RULE = /^[ \t]*(?:==+|--+)[ \t]*$/
const MARKER = /^[ \t]*(?:>[ \t]?)*(?:(?:[-*+•:]|\d{1,4}[.)])[ \t]+(?:\[[ x]\][ \t]+)?)?/gm

/**
 * The first paragraph of prose in a body, as plain text: what stands on the page above it (headings, pictures, code, tables,
 * comments, shortcodes, films, folded parts) is passed over, and credits, dates and greetings that stand alone. A list or a
 * quotation will do when there is nothing else. '' when there are no words at all.
 */
export function findFirstParagraph(body: string): string {
  const isDefined = (label: string) => label !== '' && body.includes(`[${label}]:`)
  let spare = ''
  for (const block of listBlocks(body)) {
    const text = toProse(block, isDefined)
    if (!/[\p{L}\p{N}]/u.test(text) || /^<?https?:\/\/\S+$/.test(text) || isAside(text)) continue
    if (!isSecondChoice(block)) return text
    if (spare === '') spare = text
  }
  return spare
}

/** A list, code, a way to somewhere else, or bold words for a heading. */
function isSecondChoice(block: string): boolean {
  if (LIST_OR_CODE.test(block) || isLinkAlone(block)) return true
  return /^(?:\*\*[^*\n]{1,80}[^*\n.!?:。！？…]\*\*|__[^_\n]{1,80}[^_\n.!?:。！？…]__)\s*$/.test(block)
}

/** `[Watch the recording](…)`: a way to somewhere else, and no sentence of the story. */
function isLinkAlone(block: string): boolean {
  const text = block.trim().replace(/^[*_]{1,3}|[*_]{1,3}$/g, '')
  if (/^<a\s[^<>]*>[^<>]*<\/a>\.?$/i.test(text)) return true
  if (!text.startsWith('[') || text.length > MAX_BLOCK) return false
  const end = findBracketEnd(text, 0)
  const behind = end === -1 ? null : skipTarget(text, end + 1)
  return behind !== null && behind >= text.length - 1
}

function toProse(block: string, isDefined: (label: string) => boolean): string {
  const short = block.length > MAX_BLOCK ? block.replace(/data:[^\s)"'>]+/g, '').slice(0, MAX_BLOCK) : block
  const lines = short.split('\n')
  const rule = lines.findIndex((line, at) => at > 0 && SETEXT_RULE.test(line))
  const body = dropTable(lines.filter((_line, at) => rule === -1 || (at !== rule && at !== rule - 1)))
  const prose = dropCaption(body).filter((line) => !NOT_PROSE.test(line))
  return toInlineText(prose.join('\n').replace(MARKER, '').trimStart().slice(0, MAX_INLINE), isDefined)
}

/** Emphasis alone on the line below a picture is what the picture shows. */
function dropCaption(lines: string[]): string[] {
  const [first = '', second = ''] = lines
  const isCaption = /^!\[[^\n]*\)\s*$/.test(first) && /^(?:\*(?!\*)[^*]+\*|_(?!_)[^_]+_)\s*$/.test(second)
  return isCaption ? lines.slice(2) : lines
}

/** A table begins with the line above its rule, and goes on to the end of the block. */
function dropTable(lines: string[]): string[] {
  const rule = lines.findIndex(isTableRule)
  return rule < 1 ? lines : lines.slice(0, rule - 1)
}

/** `| --- | :---: |`, with or without the outer bars, and in a quotation too. */
function isTableRule(line: string): boolean {
  if (!line.includes('|') || !/^[ \t>|:-]+$/.test(line)) return false
  const cells = line
    .replace(/^[ \t>]+/, '')
    .split('|')
    .map((cell) => cell.trim())
  const inner = cells.filter((cell, at) => cell !== '' || (at > 0 && at < cells.length - 1))
  return inner.length > 0 && inner.every((cell) => /^:?-+:?$/.test(cell))
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
    if (closing === null && line.trim() !== '' && !isRemark(line)) {
      block.push(line)
      if (!PARAGRAPH_END.test(line)) continue
      yield* partParagraphs(block.join('\n'))
      block = []
    } else if (block.length > 0) {
      yield block.join('\n')
      block = []
    }
  }
  if (block.length > 0) yield block.join('\n')
}

/** A remark on a line of its own, `<!-- more -->`, parts paragraphs. */
function isRemark(line: string): boolean {
  const text = line.trim()
  return text.startsWith('<!--') && text.indexOf('-->') === text.length - 3
}

/** Where a paragraph of HTML ends, a block does. */
const PARAGRAPH_END = /<\/(?:p|blockquote|div)>[ \t]*$/i

function* partParagraphs(block: string): Generator<string> {
  for (const part of block.split(/(?<=<\/p>)/i)) if (part.trim() !== '') yield part
}

const ELEMENT = new RegExp(`<(${SKIPPED_ELEMENTS})(?=[\\s>])`, 'i')
const REMARK = /\{%-?\s*(highlight|codeblock|comment|raw)\b/

/** What ends the thing this line begins, when it begins something that is not for reading. */
function findClosing(line: string): RegExp | null {
  if (CODE_FENCE.test(line)) return findFenceEnd(line.trimStart())
  if (line.lastIndexOf('<!--') > line.lastIndexOf('-->')) return /-->/
  if (/^[ \t]*\$\$[ \t]*$/.test(line)) return /\$\$/
  const comment = findOpenComment(line)
  if (comment !== null) return comment
  return findElementEnd(line) ?? findRemarkEnd(line)
}

/** A fence ends with one at least as long. */
function findFenceEnd(fence: string): RegExp {
  if (fence.startsWith('~')) return /^ {0,3}~{3,}\s*$/
  if (fence.startsWith('`````')) return /^ {0,3}`{5,}\s*$/
  return fence.startsWith('````') ? /^ {0,3}`{4,}\s*$/ : /^ {0,3}`{3,}\s*$/
}

/** What ends a remark of a template language that begins a line and goes on below it. */
function findOpenComment(line: string): RegExp | null {
  const text = line.trimStart()
  for (const [open, close] of OPEN_COMMENTS)
    if (open.test(text)) return close.test(text.slice(2)) ? null : close
  return null
}

const OPEN_COMMENTS = [
  [/^\{#(?:\s|$)/, /#\}/],
  [/^\{::comment\}/, /\{:\/comment\}/],
  [/^\{\/\*/, /\*\/\}/],
  [/^%%(?!%)/, /%%/],
  [/^<%(?:#|--)/, /%>/],
] as const

function findElementEnd(line: string): RegExp | null {
  if (!line.includes('<')) return null
  const hidden = isHiddenTag(line.slice(0, line.indexOf('>') + 1))
    ? /^<([a-z][\w-]*)/i.exec(line)?.[1]
    : undefined
  const name = hidden ?? ELEMENT.exec(line)?.[1]
  const closing = name === undefined ? null : new RegExp(`</${name}\\s*>`, 'i')
  return closing === null || closing.test(line) || /^r[tp]$/i.test(name ?? '') ? null : closing
}

function findRemarkEnd(line: string): RegExp | null {
  const name = line.includes('{%') ? REMARK.exec(line)?.[1] : undefined
  const closing = name === undefined || name === 'raw' ? null : new RegExp(`\\{%-?\\s*end${name}`)
  return closing === null || closing.test(line) ? null : closing
}
