import { trimEndOf } from '#lib/text/trim.ts'
import { matchDate } from '../dates/date-patterns.ts'
import { toEnglishDate } from '../dates/foreign-dates.ts'
import { FURTHER_KEYS } from '../keys/further-keys.ts'
import type { PlainValues } from './plain-values.ts'

/** What the first lines of a text without front matter say, and where the text itself begins; lines are counted from 0. */
export type BodyHeader = { values: PlainValues; lines: number }

/** MDX, whose labels are a program's. */
const CODE = /^\s*(?:export\s+(?:const|default)\s|import\s[^\n]{1,200}["'])/

/** No header is longer. */
const MAX_LINES = 40

/** Words before a colon, by the key they stand for, in the languages papers are written in: those of front matter and more. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  date: toWords(`date dated datum fecha data datado дата 日期 时间 時間 日時 日付 날짜 일시 تاريخ התאריך תאריך tarih päivämäärä päiväys dato dátum
    published posted publié publicado pubblicato veröffentlicht gepubliceerd publicerad опубликовано 发布时间 發布時間 发表于 公開日 게시일`),
  created: toWords(
    'created created_time created_at creation_date creado créé erstellt creato 创建时间 作成日',
  ),
  updated: ['updated', 'modified', 'edited', 'last_edited', 'geändert', ...FURTHER_KEYS.updated],
  title: ['title', ...FURTHER_KEYS.title],
  author: ['author', 'authors', 'by', ...FURTHER_KEYS.authors],
  tags: ['tags', 'tag', 'keywords', ...FURTHER_KEYS.tags],
  category: ['category', 'categories', 'section', ...FURTHER_KEYS.section],
  source_url: toWords('link url source quelle fuente lien 链接 原文 原文链接 リンク 링크'),
}
const keyOfLabel = new Map(
  Object.entries(LABELS).flatMap(([key, labels]) => labels.map((label) => [label, key] as const)),
)

function toWords(words: string): string[] {
  return words.split(/\s+/)
}

const HEADING = /^ {0,3}#{1,2}[ \t]+(\S.*)$/
const LINKED = /^(?:#{1,2}[ \t]+)?\[([^\]\n]{1,300})\]\((https?:\/\/[^\s)]{1,2000})\)[ \t]*$/
const RULE = /^[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*$/
const LABELLED =
  /^[ \t>*_.:%-]{0,6}([\p{L}][\p{L}\p{M} _-]{0,30}?)[*_]{0,3}[ \t]?[:：]{1,2}(?:[*_ \t]{0,6}(\S.*)|[ \t]{0,6})$/u

/**
 * Reads the title and the date from the lines above a text without front matter, as exports and archives of feeds have
 * them: a heading or a linked title, a rule, `日期：Thu, 02 Jul 2020 18:28:24 +0000` or `Date: …`, in a comment too, as
 * Nikola has them, or behind Pandoc's `%`. Null where no line says a date: then they are the text's own.
 */
export function readBodyHeader(body: string): BodyHeader | null {
  if (CODE.test(body)) return null
  const values: PlainValues = {}
  let lines = 0
  let isComment = false
  for (const [at, line] of body.split('\n', MAX_LINES).entries()) {
    const { text, opens, closes } = readCommentMarks(line)
    isComment ||= opens
    const isRead =
      text.trim() === '' || RULE.test(text) || readLine(text, values) || readFirst(text, lines, values)
    if (!isRead) break
    if (closes) isComment = false
    // The lines of a comment are taken together or not at all: what is left of one would be shown.
    if (!isComment) lines = at + 1
  }
  return 'date' in values || 'created' in values ? { values, lines } : null
}

/** A line without the marks of a comment that it begins or ends with. */
function readCommentMarks(line: string): { text: string; opens: boolean; closes: boolean } {
  if (!line.includes('<!--') && !line.includes('-->')) return { text: line, opens: false, closes: false }
  const trimmed = line.trim()
  const opens = trimmed.startsWith('<!--')
  const closes = trimmed.endsWith('-->')
  return { text: trimmed.slice(opens ? 4 : 0, closes ? -3 : undefined).replace(/^-$/, ''), opens, closes }
}

/** A line of words above all others, which is a title when a date follows. */
function readFirst(line: string, lines: number, values: PlainValues): boolean {
  const text = line.trim()
  if (
    lines > 0 ||
    'title' in values ||
    text.length > 150 ||
    /[.!?。！？:：;,]$|^[-*+>|`#[<{(]|^\d/.test(text)
  )
    return false
  values.title = text
  return true
}

function readLine(line: string, values: PlainValues): boolean {
  if (line.startsWith('% ')) return readPandoc(line.slice(2).trim(), values)
  const linked = LINKED.exec(line)
  if (linked !== null && !('title' in values)) {
    values.title = linked[1]
    values.canonical_url = linked[2]
    return true
  }
  const heading = HEADING.exec(line)?.[1]
  if (heading !== undefined && !('title' in values)) {
    values.title = dropClosingMarks(heading)
    return true
  }
  return readLabel(line, values) || readBareDate(line, values)
}

/** `The tide turns ##` → `The tide turns`. */
function dropClosingMarks(heading: string): string {
  const text = trimEndOf(heading, /[ \t]/)
  const rest = trimEndOf(text, /#/)
  return /[ \t]$/.test(rest) ? trimEndOf(rest, /[ \t]/) : text
}

/** Pandoc's first lines: the title, who wrote it, and when. */
function readPandoc(text: string, values: PlainValues): boolean {
  if (readBareDate(text, values)) return true
  const key = 'title' in values ? 'author' : 'title'
  if (key in values) return false
  values[key] = text
  return true
}

function readLabel(line: string, values: PlainValues): boolean {
  const [, label = '', value = ''] = LABELLED.exec(line) ?? []
  if (label === '' || value.length > 300) return false
  if (value === '') return line.startsWith('.. ')
  const plain = label.trim().toLowerCase()
  const known = keyOfLabel.get(plain.replaceAll(' ', '_').normalize('NFC'))
  // `published: false` says whether, not when.
  const key = known === 'date' && /^(?:true|false|yes|no)$/i.test(value.trim()) ? undefined : known
  // A line of another word before a colon is a sentence, unless it is as short as a label's value.
  if (key === undefined && (value.length > 60 || /[.!?。！？]$/.test(value))) return false
  const name = key ?? plain.replaceAll(/[ -]+/g, '_')
  if (!(name in values)) values[name] = trimEndOf(value, /[*_ \t]/)
  return true
}

/** Words between what was done and the day it was done on. */
const ON = /^(?:on|at|le|am|el|em|il|op|den|du|på|:)$/i
const BY = /^(?:by|par|von|por|di|da|door|av|af|od|przez)$/i

/** `2 July 2020`, `Published on July 2, 2020 by A. Writer`, `Publié le 2 juillet 2020`. */
function readBareDate(line: string, values: PlainValues): boolean {
  const text = trimEndOf(line.replace(/^[ \t>*_]+/, ''), /[*_ \t]/)
  if (text === '' || text.length > 120 || 'date' in values || !/\p{Nd}/u.test(text)) return false
  const words = text.split(/\s+/)
  const label = keyOfLabel.get((words[0] ?? '').toLowerCase().normalize('NFC'))
  const start = label !== 'date' ? 0 : ON.test(words[1] ?? '') ? 2 : 1
  const by = words.findIndex((word) => BY.test(word))
  const day = words.slice(start, by === -1 ? undefined : by).join(' ')
  const english = matchDate(day) === null ? toEnglishDate(day) : day
  if (day.length > 60 || english === null || matchDate(english) === null) return false
  values.date = day
  if (by > 0 && !('author' in values)) values.author = words.slice(by + 1).join(' ')
  return true
}
