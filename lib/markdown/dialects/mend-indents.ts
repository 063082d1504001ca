import { splitCode } from '#lib/content/inline/split-code.ts'
import { listLines } from '#lib/text/list-lines.ts'
import { readFence } from '../block-boundaries.ts'

/** A line that is indented as code is, below a blank one, and a closing tag. */
const SUSPECT = /\n[ \t]*\n(?: {0,3}\t| {4})|\n(?:\t| {4})[ \t]*<\//
const TAG =
  /<(\/?)(table|thead|tbody|tfoot|tr|td|th|ul|ol|li|dl|dd|div|section|article|aside|header|footer|main|nav|blockquote|figure|details|center|form|fieldset)(?=[\s>/])[^<>]{0,2000}>/gi
/** What begins a block of HTML. */
const HTML =
  /^[ \t]*<\/?(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|blockquote|figure|section|article|center)(?=[\s>/])/i
/** What goes on with one. */
const BLOCK = /^[ \t]*<(?:p|li|td|th|tr|blockquote)(?=[\s>/])/i
const LIST_ITEM = /^ {1,3}(?:[*+-]|\d{1,9}[.)]) {1,4}(?=\S)/
const CLOSING_TAGS = /^(?:[ \t]*<\/[a-z][a-z\d-]{0,20}>)+[ \t]*$/i
/** A tag that is all of its line, and shows a picture or a film. */
const TAG_NAME = /^\{(?:\{[<%]|%-?)[ \t]?([\w-]{1,40})(?![\w-])/
const MEDIA_NAME = /img|image|figure|picture|youtube|vimeo|video/i

const VERBATIM = /<(\/?)(?:pre|script|style|textarea)\b/gi

/** From where to where an element goes, as offsets of its tags. */
type Extent = { start: number; end: number }

/**
 * Lines below a blank one that are indented as code and are none: in an element of HTML, as programs before CommonMark read it
 * to its end (`<table>` … blank line … `    <td>`), below HTML in HTML, the second paragraph of `  1. item` with four spaces, and
 * a picture's template tag. They lose their indentation, or get what their list wants.
 */
export function mendIndents(text: string): string {
  if (!SUSPECT.test(text)) return text
  const lines = readLines(text)
  const extents = listExtents(lines)
  const shown: string[] = []
  let at = 0
  let end = -1
  let removed = 0
  for (const line of lines) {
    for (; (extents[at]?.start ?? Number.POSITIVE_INFINITY) < line.start; at += 1)
      end = Math.max(end, extents[at]?.end ?? -1)
    const isInside = line.start < end
    removed = isInside ? chooseRemoved(line, removed) : 0
    const isMoved = removed > 0 && line.indent > 0 && !line.isVerbatim
    shown.push(isMoved ? dedent(line, removed) : mendIndent(line))
  }
  return shown.join('\n')
}

/** How many columns lines lose within an element: those of the first line that would be code, until a line would be again. */
function chooseRemoved({ isIndented, indent }: Line, removed: number): number {
  return isIndented && (removed === 0 || indent - removed >= 4) ? indent : removed
}

function dedent({ text, indent }: Line, removed: number): string {
  return ' '.repeat(Math.max(0, indent - removed)) + text.trimStart()
}

type Line = {
  text: string
  start: number
  /** In columns; 0 for a blank line. */
  indent: number
  /** Indented as code below a blank line, outside fences. */
  isIndented: boolean
  /** In a fence or `<pre>`. */
  isVerbatim: boolean
  /** That, or in a block of indented code that begins above. */
  isCode: boolean
  /** Its tags of elements that hold others, outside code. */
  tags: readonly Tag[]
  /** The last block above begins as HTML does. */
  isBelowHtml: boolean
  /** How far the words of the list item above are indented; 0 where there is none. */
  item: number
}

/** A line that is in no element of HTML. */
function mendIndent({ text, indent, isIndented, isCode, isBelowHtml, item }: Line): string {
  const isClosing = !isCode && indent >= 4 && CLOSING_TAGS.test(text)
  if (!isIndented && !isClosing) return text
  if (item > indent) return ' '.repeat(item) + text.trimStart()
  const isHtml = !isCode && isBelowHtml && BLOCK.test(text)
  return isHtml || (item === 0 && (isMedia(text) || (isClosing && isIndented))) ? text.trimStart() : text
}

function isMedia(line: string): boolean {
  const tag = line.trim()
  const isWhole = tag.endsWith('}') && tag.indexOf('}') >= tag.length - 2
  return isWhole && MEDIA_NAME.test(TAG_NAME.exec(tag)?.[1] ?? '')
}

function readLines(text: string): Line[] {
  const lines: Line[] = []
  let closing: RegExp | null = null
  let isPre = false
  let isBlank = true
  let isCode = false
  let isBelowHtml = false
  let item = 0
  let depth = 0
  for (const { text: line, start } of listLines(text)) {
    const isVerbatim = closing !== null || isPre
    for (const [, slash] of line.matchAll(VERBATIM)) isPre = slash === ''
    closing = findClosing(line, closing, isVerbatim)
    const isEmpty = line.trim() === ''
    const indent = isEmpty ? 0 : countIndent(line)
    const isIndented = !isVerbatim && isBlank && indent >= 4
    if (!isEmpty && indent < 4) isCode = false
    const isFirst = isIndented && !isCode && !isBelowHtml && item === 0 && depth === 0
    const tags = isVerbatim || isCode || isFirst ? [] : readTags(line)
    lines.push({
      text: line,
      start,
      indent,
      isIndented,
      isVerbatim,
      isCode: isVerbatim || isCode,
      tags,
      isBelowHtml,
      item,
    })
    if (isFirst) isCode = true
    for (const { isClosing } of tags) depth = Math.max(0, depth + (isClosing ? -1 : 1))
    if (!isVerbatim && isBlank && !isEmpty && !isCode) isBelowHtml = HTML.test(line)
    if (!isVerbatim && !isEmpty) item = readItem(line, indent, item)
    isBlank = isEmpty
  }
  return lines
}

/** What ends the fence that is open below a line; null where none is. */
function findClosing(line: string, closing: RegExp | null, isVerbatim: boolean): RegExp | null {
  if (closing !== null) return closing.test(line) ? null : closing
  return isVerbatim ? null : (readFence(line)?.closing ?? null)
}

type Tag = { name: string; isClosing: boolean }

function readTags(line: string): Tag[] {
  if (!line.includes('<')) return []
  return splitCode(line).flatMap(({ text, isCode }) =>
    isCode
      ? []
      : Array.from(text.matchAll(TAG), ([, slash, name = '']) => ({
          name: name.toLowerCase(),
          isClosing: slash !== '',
        })),
  )
}

/** An item's words begin beyond four columns where its mark is indented: its other paragraphs often do not. */
function readItem(line: string, indent: number, item: number): number {
  const marker = LIST_ITEM.exec(line)?.[0]
  if (marker !== undefined) return marker.length
  return indent >= 4 ? item : 0
}

function countIndent(line: string): number {
  let columns = 0
  for (const character of line) {
    if (character === ' ') columns += 1
    else if (character === '\t') columns += 4 - (columns % 4)
    else break
  }
  return columns
}

/** Elements that are closed, by where they begin. */
function listExtents(lines: readonly Line[]): Extent[] {
  const open = new Map<string, number[]>()
  const found: Extent[] = []
  for (const { start, tags } of lines)
    for (const { name, isClosing } of tags) {
      const starts = open.get(name) ?? []
      open.set(name, starts)
      const begun = isClosing ? starts.pop() : undefined
      if (!isClosing) starts.push(start)
      if (begun !== undefined) found.push({ start: begun, end: start })
    }
  return found.toSorted((a, b) => a.start - b.start)
}
