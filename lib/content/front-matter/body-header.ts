import { trimEndOf } from '#lib/text/trim.ts'
import { matchDate } from '../dates/date-patterns.ts'
import { toEnglishDate } from '../dates/foreign-dates.ts'
import type { PlainValues } from './plain-values.ts'

/** What the first lines of a text without front matter say, and where the text itself begins; lines are counted from 0. */
export type BodyHeader = { values: PlainValues; lines: number }

/** No header is longer. */
const MAX_LINES = 40

/** Words before a colon, by the key they stand for, in the languages papers are written in. */
const LABELS: Record<string, string> = {
  date: `date dated datum fecha data datado дата 日期 时间 時間 日時 日付 날짜 일시 تاريخ התאריך תאריך tarih päivämäärä päiväys dato dátum
    published posted publié publicado pubblicato veröffentlicht gepubliceerd publicerad опубликовано 发布时间 發布時間 发表于 公開日 게시일`,
  created: 'created creado créé erstellt creato 创建时间 作成日',
  updated: 'updated modified edited aktualisiert geändert actualizado aggiornato 更新时间 更新日 수정일',
  title:
    'title titel titre título titulo titolo заголовок 标题 標題 题目 題名 タイトル 제목 عنوان כותרת başlık otsikko tytuł',
  author: `author authors by autor autora auteur autore forfatter författare автор 作者 著者 筆者 글쓴이 작성자 الكاتب מאת yazar
    kirjoittaja verfasser`,
  tags: 'tags tag keywords schlagwörter étiquettes etiquetas etichette теги 标签 標籤 タグ 태그 الوسوم תגיות',
  category:
    'category categories section kategorie catégorie categoría categoria рубрика 分类 分類 カテゴリ 카테고리',
  source_url: 'link url source quelle fuente lien 链接 原文 原文链接 リンク 링크',
}
const keyOfLabel = new Map(
  Object.entries(LABELS).flatMap(([key, labels]) =>
    labels.split(/\s+/).map((label) => [label, key] as const),
  ),
)

const HEADING = /^ {0,3}#{1,2}[ \t]+(\S.*)$/
const LINKED = /^(?:#{1,2}[ \t]+)?\[([^\]\n]{1,300})\]\((https?:\/\/[^\s)]{1,2000})\)[ \t]*$/
const RULE = /^[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*$/
const LABELLED = /^[ \t>*_-]{0,6}([\p{L}][\p{L}\p{M} _-]{0,30}?)[*_]{0,3}[ \t]?[:：][*_ \t]{0,6}(\S.*)$/u

/**
 * Reads the title and the date from the lines above a text without front matter, as exports and archives of feeds have
 * them: a heading or a linked title, a rule, `日期：Thu, 02 Jul 2020 18:28:24 +0000` or `Date: …`. Null where no line says a
 * date: then they are the text's own.
 */
export function readBodyHeader(body: string): BodyHeader | null {
  const values: PlainValues = {}
  let lines = 0
  for (const [at, line] of body.split('\n', MAX_LINES).entries()) {
    const isRead = line.trim() === '' || RULE.test(line) || readLine(line, values)
    if (!isRead) break
    lines = at + 1
  }
  return 'date' in values || 'created' in values ? { values, lines } : null
}

function readLine(line: string, values: PlainValues): boolean {
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

function readLabel(line: string, values: PlainValues): boolean {
  const [, label = '', value = ''] = LABELLED.exec(line) ?? []
  if (label === '' || value.length > 300) return false
  const plain = label.trim().toLowerCase()
  const key = keyOfLabel.get(plain.normalize('NFC'))
  // A line of another word before a colon is a sentence, unless it is as short as a label's value.
  if (key === undefined && (value.length > 60 || /[.!?。！？]$/.test(value))) return false
  const name = key ?? plain.replaceAll(/[ -]+/g, '_')
  if (!(name in values)) values[name] = trimEndOf(value, /[*_ \t]/)
  return true
}

function readBareDate(line: string, values: PlainValues): boolean {
  const text = trimEndOf(line.replace(/^[ \t>*_]+/, ''), /[*_ \t]/)
  if (text === '' || text.length > 60 || 'date' in values || !/\p{Nd}/u.test(text)) return false
  const english = matchDate(text) === null ? toEnglishDate(text) : text
  if (english === null || matchDate(english) === null) return false
  values.date = text
  return true
}
