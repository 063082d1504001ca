import { listLines } from '#lib/text/list-lines.ts'
import { type Diagnostic, reportWarning } from '../diagnostic.ts'
import type { FrontMatter } from '../front-matter/front-matter.ts'
import { findTitleMark } from './held-place.ts'
import { isHeldMark, readHeldName } from './held-words.ts'
import { type EntryReading, readTextEntry } from './read-key.ts'

export type MarkedText = Pick<FrontMatter, 'block' | 'blockLine' | 'body' | 'bodyLine'>

/** What a story's text says of who may see it. `gates` are days before which it is not public (ISO 8601, UTC). */
export type TextMarks = { draft: boolean; gates: string[]; diagnostics: Diagnostic[] }

/** So many lines at each end of a text are looked at, blank ones apart, and so many letters. */
const MAX_LINES = 4
const MAX_HEAD = 1_500
const MAX_TAIL = 400
const MAX_COMMENTS = 50
const MAX_COMMENT = 2_000

/** What each such mark has one of in it: most texts have none there. */
const SUSPECT =
  /draft|wip|embargo|publi|privat|secret|hidden|release|status|confiden|hold|entwurf|veröff|sperr|brouillon|borrador|bozza|rascunho|utkast|szkic|taslak|черновик|чернетк|эмбарго|下書き|草稿|草案|公開|公开|发布|發布|초안|공개|مسود|נשר|טיוט|פרסום/iu

export const NO_MARKS: TextMarks = { draft: false, gates: [], diagnostics: [] }

/**
 * Marks for other writers that stand in the text itself: `<!-- draft -->`, `#draft`, `status:: draft`, `NOT FOR PUBLICATION`,
 * `# [Draft] The quay`, a second block of keys. Looked for in remarks, and in the first and last lines.
 * Of remarks between the keys (`date: 2026-11-20 # embargo till Friday`) those about an embargo.
 */
export function readTextMarks({ block, blockLine, body, bodyLine }: MarkedText, timeZone: string): TextMarks {
  const all = [
    ...(block.includes('#') ? readBlockRemarks(block, blockLine) : []),
    ...(body.includes('<!--') ? readComments(body, bodyLine, timeZone) : []),
    ...readEnds(body, bodyLine, timeZone),
  ]
  if (all.length === 0) return NO_MARKS
  const found = [...new Map(all.map((mark) => [mark.line, mark])).values()]
  return {
    draft: found.some(({ draft }) => draft),
    gates: found.flatMap(({ gate }) => gate ?? []),
    diagnostics: found.flatMap(({ draft, gate, words, line }) =>
      gate === null ? [toDiagnostic(draft, words, line)] : [],
    ),
  }
}

/** `draft` false and no gate: it may say so. */
type Mark = { draft: boolean; gate: string | null; words: string; line: number }

const REMARK_START = /(?:^|[ \t])#/
const BLOCK_REMARK =
  /^.{0,20}\b(?:embargo|not for publication|do not publish|don't publish|hold (?:until|till|for)|sperrfrist)\b/i
const MAX_REMARK = 140

function readBlockRemarks(block: string, blockLine: number): Mark[] {
  if (!/embargo|publi|hold|sperrfrist/i.test(block)) return []
  return block.split('\n').flatMap((line, at) => {
    const remarks = line.slice(0, 300).split(REMARK_START).slice(1)
    const words = remarks.find((remark) => BLOCK_REMARK.test(remark))?.slice(0, MAX_REMARK)
    return words === undefined
      ? []
      : [{ draft: false, gate: null, words: words.trim(), line: blockLine + at }]
  })
}

function readComments(body: string, bodyLine: number, timeZone: string): Mark[] {
  const marks: Mark[] = []
  let at = body.indexOf('<!--')
  for (let count = 0; at !== -1 && count < MAX_COMMENTS; count += 1) {
    const end = body.indexOf('-->', at)
    if (end === -1) break
    const text = body.slice(at + 4, Math.min(end, at + 4 + MAX_COMMENT))
    if (SUSPECT.test(text)) marks.push(...readRemark(text, bodyLine + countLines(body, at), timeZone))
    at = body.indexOf('<!--', end)
  }
  return marks
}

function readRemark(text: string, line: number, timeZone: string): Mark[] {
  const lines = text.replace(/^-/, '').split('\n')
  return lines.flatMap((written, at) => {
    const words = written.replace(/^\s*(?:\.\.|[-*{"])\s*/, '').trim()
    return readLine(words, line + at, timeZone, 'remark') ?? []
  })
}

function readEnds(body: string, bodyLine: number, timeZone: string): Mark[] {
  const head = body.slice(0, MAX_HEAD)
  const tail = body.length > MAX_HEAD ? body.slice(-MAX_TAIL) : ''
  const marks: Mark[] = []
  if (SUSPECT.test(head)) {
    const lines = listFilled(head)
    const first = lines.slice(0, MAX_LINES)
    const last = tail === '' ? lines.slice(first.length).slice(-2) : []
    for (const { text, at } of first) marks.push(...(readLine(text, bodyLine + at, timeZone, 'start') ?? []))
    for (const { text, at } of last) marks.push(...(readTags(text, bodyLine + at) ?? []))
  }
  if (tail !== '' && SUSPECT.test(tail)) {
    const before = countLines(body, body.length - tail.length)
    for (const { text, at } of listFilled(tail).slice(-2))
      marks.push(...(readTags(text, bodyLine + before + at) ?? []))
  }
  return marks
}

function listFilled(text: string): { text: string; at: number }[] {
  return Array.from(listLines(text), ({ text: line }, at) => ({ text: line.trim(), at })).filter(
    ({ text: line }) => line !== '' && !line.startsWith('<!--'),
  )
}

const KEYED = /^["']?([\p{L}_][\p{L}\p{N}_ -]{0,40}?)["']?[ \t]{0,3}(?:::?|[：＝=])[ \t]{0,10}(\S.{0,100})$/u
/** `[//]: # (draft)` */
const REFERENCE_REMARK =
  /^\[(?:\/\/|comment|#|_)[^\]]{0,40}\]:[ \t]{0,3}(?:#|<>|\/)[ \t]{0,3}[("'](.{1,140})[)"']$/i
/** Keys as other programs set them apart: `@draft true`, `\\draft{true}`, `[draft]: true`, `[draft]: # (true)`. */
const SET_APART =
  /^(?:[@\\$]([\p{L}_][\p{L}\p{N}_-]{1,40})|\[([\p{L}_][\p{L}\p{N}_ -]{1,40})\]:?)(?:[ \t:={(]{1,5}(?:#[ \t]{0,3})?["'(]?([^\s"'(){}/][^"'(){}/]{0,60})["')}]{0,2})?$/u
const CALLOUT = /^>?[ \t]{0,3}\[!\w{1,20}\][+-]?/
const FURNITURE =
  /^[#>*_~`%[\](){}【】|!<.:+@\s-]{1,20}|(?<![*_~`%[\](){}【】|!>.,"'\s-])[*_~`%[\](){}【】|!>.,"'\s-]+$/g
/** Marks that stand before words about them: `DRAFT — not yet checked`, `EMBARGOED UNTIL 00:01 FRIDAY`. */
const SHOUT =
  /^(DRAFT|WIP|NOT FOR PUBLICATION|DO NOT PUBLISH|EMBARGO(?:ED)?|HOLD FOR RELEASE|UNDER EMBARGO|STRICTLY EMBARGOED|ENTWURF|NICHT VERÖFFENTLICHEN|SPERRFRIST|BROUILLON|BORRADOR|BOZZA|ЧЕРНОВИК|ЭМБАРГО)(?=$|[\s:：.,;!—–-])/u
const EMBARGOED =
  /^(?:strictly )?(?:under )?embargo(?:ed)? (?:until|till|to|for release)\b|^hold for release\b|^(?:gesperrt|sperrfrist) bis\b|^sous embargo jusqu/i

/** Null for a line that says nothing of the kind. */
function readLine(written: string, line: number, timeZone: string, place: 'remark' | 'start'): Mark[] | null {
  if (written.length > 160 || !SUSPECT.test(written)) return null
  const words = (REFERENCE_REMARK.exec(written)?.[1] ?? written.replace(CALLOUT, '')).replace(FURNITURE, '')
  if (isHeldMark(words)) {
    const isSure = !/^#{1,6}[ \t]/.test(written) && readHeldName(words) === 'held'
    return [{ draft: isSure, gate: null, words: written, line }]
  }
  const apart = readSetApart(written, line, timeZone)
  if (apart !== null) return [apart]
  const [, key = '', value = ''] = KEYED.exec(words) ?? []
  if (key !== '') {
    const keyed = toMark(readTextEntry(key, value.replace(/[",'}]{1,3}$/, ''), timeZone), written, line)
    if (keyed !== null) return [keyed]
  }
  const [shout] = SHOUT.exec(words) ?? []
  if (shout !== undefined) {
    // With a word behind it, it may begin a sentence: `DRAFT BEER is dearer`.
    const isApart = /^\s*(?:$|[:：.,;!—–-])/.test(words.slice(shout.length))
    const isSure = isApart && !/EMBARGO|HOLD|SPERR|ЭМБАРГО/.test(words)
    return [{ draft: isSure, gate: null, words: written, line }]
  }
  if (EMBARGOED.test(words)) return [{ draft: false, gate: null, words: written, line }]
  if (
    place === 'start' &&
    written.startsWith('#') &&
    findTitleMark(written.replace(/^#{1,6}[ \t]*/, '')) !== null
  )
    return [{ draft: false, gate: null, words: written, line }]
  return readTags(written, line)
}

/** A name alone may be one that is spoken to. */
function readSetApart(written: string, line: number, timeZone: string): Mark | null {
  const [, first, second, value = ''] = SET_APART.exec(written) ?? []
  const key = first ?? second
  if (key === undefined) return null
  const mark = toMark(readTextEntry(key, value === '' ? 'true' : value.trim(), timeZone), written, line)
  return mark === null || value !== '' ? mark : { ...mark, draft: false, gate: null }
}

function toMark(reading: EntryReading, words: string, line: number): Mark | null {
  if (reading.draft) return { draft: true, gate: null, words, line }
  return reading.gate === null ? null : { draft: false, gate: reading.gate, words, line }
}

const TAG = /(?:^|[\s,(])#([\p{L}\p{N}_/-]{3,40})(?=$|[\s,).])/gu

/** `#draft`, `#status/draft`. A line of tags alone is meant for programs; one in a sentence may be. */
function readTags(written: string, line: number): Mark[] | null {
  if (!written.includes('#') || written.length > 400) return null
  const tags = Array.from(written.matchAll(TAG), ([, tag = '']) => tag)
  const found = tags.find(
    (tag) => isHeldMark(tag.replace(/^(?:status|state)\//i, '')) || /^private$/i.test(tag),
  )
  if (found === undefined) return null
  const isAlone =
    written
      .replace(TAG, '')
      .replace(/^tags?:{0,2}/i, '')
      .trim() === ''
  return [{ draft: isAlone, gate: null, words: written, line }]
}

function countLines(text: string, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

function toDiagnostic(draft: boolean, found: string, line: number): Diagnostic {
  const message = draft
    ? 'the text says that the story is not public; it was kept as a draft'
    : 'the text may say that the story is not public; it is public all the same'
  const hint = draft
    ? 'Take that out of the text if everybody may see the story'
    : 'Write draft: true if it is not to be public, embargo: and a date if not yet'
  return reportWarning({ field: null, found, message, hint, line })
}
