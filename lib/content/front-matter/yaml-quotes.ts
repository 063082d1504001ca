import { type Diagnostic, reportWarning } from '../diagnostic.ts'
import type { Rescue, YamlFault } from './rescue.ts'

const HASHED =
  /^(title|headline|newstitle|name|description|summary|excerpt|deck|subtitle|dek|standfirst|lead):[ \t]+([^\s"'|>[{&*!%@`#].*?[ \t]#.*|#[^\s#].*)$/gim
const KEY = /^(\s*(?:- +)?["']?([^\s:#'"-][^:'"]*)["']?:[ \t]+)(\S.*)$/
const ITEM = /^(\s*- +)(\S.*)$/

type Culprit = { index: number; prefix: string; field: string | null; value: string }

/**
 * Quotes titles and descriptions with a ` #` in them, which YAML would take for the start of a comment:
 * `title: Is #MeToo over` would silently read as `Is`.
 */
export function quoteHashes(source: string): { block: string; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  if (!source.includes('#')) return { block: source, diagnostics }
  const block = source.replace(HASHED, (line, field: string, value: string, offset: number) => {
    if (/^[ \t]+\S/.test(source.slice(offset + line.length + 1, offset + line.length + 40))) return line
    const quoted = quote(value)
    const message = 'a # after a space starts a comment in YAML; the whole line was taken as text'
    const number = source.slice(0, offset).split('\n').length
    diagnostics.push(reportWarning({ field, found: value, message, hint: toHint(quoted), line: number }))
    return `${field}: ${quoted}`
  })
  return { block: block.split('\n').map(quoteTags).join('\n'), diagnostics }
}

const TAG_LINE = /^((?:tags|tag|keywords|topics):|[ \t]*-)[ \t]+(#[^\s#].*|\[ ?#[^\s#].*\])$/i

/** Lists of tags with their marks, `tags: #news #tide`, `- #news`, which are comments to YAML. */
function quoteTags(line: string, at: number, lines: string[]): string {
  const [, start, value = ''] = TAG_LINE.exec(line) ?? []
  const isRemark = /^[ \t]*- /.test(lines[at + 1] ?? '') && !/-$/.test(start ?? '')
  if (start === undefined || isRemark) return line
  return `${start} ${value.startsWith('[') ? value.replace(/#(?=[\p{L}\p{N}])/gu, '') : quote(value)}`
}

/** Quotes the value that made YAML give up: a colon in it, a stray quotation mark, a leading `@`, `*` or `[tag]`. */
export function quoteText(block: string, syntaxError: YamlFault): Rescue | null {
  const lines = block.split('\n')
  const culprit = findUnclosed(lines, syntaxError.line) ?? findAbove(lines, syntaxError.line)
  if (culprit === null) return null
  const extra = countContinuation(lines, culprit)
  const value = [culprit.value, ...lines.slice(culprit.index + 1, culprit.index + 1 + extra)].map((line) =>
    line.trim(),
  )
  const quoted = quote(unwrap(value.filter((line) => line !== '').join(' ')))
  const repaired = lines.with(culprit.index, culprit.prefix + quoted)
  repaired.fill('', culprit.index + 1, culprit.index + 1 + extra)
  if (repaired.join('\n') === block || !isText(culprit.value)) return null
  const message = 'the value has a character with a meaning in YAML; it was taken as text'
  const { field, index } = culprit
  const diagnostic = reportWarning({
    field,
    found: value.join(' '),
    message,
    hint: toHint(quoted),
    line: index + 1,
  })
  return { block: repaired.join('\n'), diagnostic }
}

/** A quotation mark that opens a value and never closes it swallows the lines below: YAML complains at the end. */
function findUnclosed(lines: string[], last: number): Culprit | null {
  for (const [index, line] of lines.slice(0, last + 1).entries()) {
    const culprit = toCulprit(line, index)
    const mark = /^["']/.exec(culprit?.value ?? '')?.[0]
    if (culprit === null || mark === undefined || culprit.value.lastIndexOf(mark) > 0) continue
    const extra = countContinuation(lines, culprit)
    if (!lines.slice(index + 1, index + 1 + extra).some((next) => next.includes(mark))) return culprit
  }
  return null
}

function findAbove(lines: string[], from: number): Culprit | null {
  for (let index = Math.min(from, lines.length - 1); index >= 0; index--) {
    const culprit = toCulprit(lines[index] ?? '', index)
    if (culprit !== null) return findContinued(lines, culprit) ?? culprit
    if (/^\S/.test(lines[index] ?? '')) return null
  }
  return null
}

/** `second: line` below `description: first line` is more of the same text, not a key. */
function findContinued(lines: string[], { index }: Culprit): Culprit | null {
  const indent = measureIndent(lines[index])
  let above = index - 1
  while (above >= 0 && (lines[above]?.trim() === '' || measureIndent(lines[above]) >= indent)) above--
  const parent = above < 0 ? null : toCulprit(lines[above] ?? '', above)
  return parent !== null && isText(parent.value) ? parent : null
}

function toCulprit(line: string, index: number): Culprit | null {
  const [, prefix = '', field = null, value = ''] = KEY.exec(line) ?? []
  if (prefix !== '') return { index, prefix, field, value }
  const [, bullet = '', item = ''] = ITEM.exec(line) ?? []
  return bullet === '' ? null : { index, prefix: bullet, field: null, value: item }
}

function countContinuation(lines: string[], { index, prefix }: Culprit): number {
  let end = index + 1
  while (end < lines.length && measureIndent(lines[end]) > measureIndent(prefix)) end++
  return end - index - 1
}

function measureIndent(line = ''): number {
  return line.length - line.trimStart().length
}

/** Whole lists, mappings, blocks and tags are structure, not text: quoting them would change their meaning. */
function isText(value: string): boolean {
  return !/^(?:[|>][-+\d]*\s*$|!|\[.*\]\s*$|\{(?!\{).*\}\s*$)/.test(value)
}

/** `"He said "hello" today"` loses its outer marks, `"one" and "two"` has none; a mark that never closes is a slip. */
function unwrap(text: string): string {
  if (text.startsWith('"') && text.lastIndexOf('"') === 0) return text.slice(1)
  const [, mark = '', inside = ''] = /^(["'])(.*)\1$/.exec(text) ?? []
  const isOuter = mark !== '' && /^["'][^"']*(?:\s["']|["'][\p{L}\p{N}]|["']$)/u.test(text)
  if (!isOuter) return text
  return mark === '"' ? inside.replaceAll('\\"', '"') : inside.replaceAll("''", "'")
}

function quote(text: string): string {
  return `'${text.trim().replaceAll("'", "''")}'`
}

function toHint(quoted: string): string {
  return `Put it between quotation marks: ${quoted.length > 120 ? `${quoted.slice(0, 118).toWellFormed()}…'` : quoted}`
}
