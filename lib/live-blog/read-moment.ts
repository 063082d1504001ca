import { parseDate } from '#lib/content/dates/dates.ts'
import { type ClockReading, listClocks, readClock } from '#lib/content/dates/read-clock.ts'
import { toAsciiDigits } from '#lib/time/ascii-digits.ts'

/** A clock time, and the day (year, month, day) where one is written with it. */
export type WrittenMoment = { day: readonly [number, number, number] | null; hour: number; minute: number }

/** What an update's heading begins with, and the words behind it. */
export type TimedWords = { moment: WrittenMoment; rest: string }

/** A moment is looked for at the very beginning. */
const MAX_MOMENT = 60

/** Emphasis and brackets around a time: `**14:05** Polls close`, `[14:05] Polls close`. */
const OPENING = /^[*_[(【「]{1,4}/
const SEPARATORS = /^[\s:|–—・·,;.-]{1,10}/
const CLOSED_SEPARATORS = /^[\s:|–—・·,;.*_\])】」-]{1,12}/
/** Behind a day, before the clock: `27 November 2026 at 14:05`. */
const BETWEEN = /(?:T| at| um| à)$/i
const DAY_ENDS = ' \t,–—-'
/**
 * Reads the time an update's heading begins with, in the digits of any script: `14:05 Polls close`; a day with its year may
 * stand before it in any form that dates are read in. Null where there is none, or one that no clock and no calendar has.
 */
export function readMoment(words: string, language = ''): TimedWords | null {
  const [opening = ''] = OPENING.exec(words) ?? []
  const inner = words.slice(opening.length)
  const head = toPlainMarks(inner.slice(0, MAX_MOMENT))
  const found = findMoment(head, language)
  if (found === null) return null
  const behind = restoreMarks(inner, head.slice(found.end) + inner.slice(MAX_MOMENT))
  if (opening === '') return { moment: found.moment, rest: behind.replace(SEPARATORS, '') }
  const isClosed = /^\s?[*_\])】」]/.test(behind)
  const rest = isClosed ? behind.replace(CLOSED_SEPARATORS, '') : opening + behind.replace(SEPARATORS, '')
  return { moment: found.moment, rest }
}

function findMoment(head: string, language: string): { moment: WrittenMoment; end: number } | null {
  const first = readClock(head, language)
  if (first !== null) return { moment: toMoment(null, first), end: first.length }
  for (const { index, clock } of listClocks(head, language)) {
    const day = readDay(head.slice(0, index))
    if (day !== null) return { moment: toMoment(day, clock), end: index + clock.length }
  }
  return null
}

function toMoment(day: WrittenMoment['day'], { hour, minute }: ClockReading): WrittenMoment {
  return { day, hour, minute }
}

/** A day with its year; one whose day and month could change places is none. */
function readDay(words: string): WrittenMoment['day'] {
  const written = dropDayEnd(dropDayEnd(words).replace(BETWEEN, ''))
  if (!/\d{4}/.test(written)) return null
  const { instant } = parseDate(written, 'UTC')
  if (instant === null || !instant.endsWith('T00:00:00Z')) return null
  return [Number(instant.slice(0, 4)), Number(instant.slice(5, 7)), Number(instant.slice(8, 10))]
}

function dropDayEnd(words: string): string {
  let end = words.length
  while (end > 0 && DAY_ENDS.includes(words.charAt(end - 1))) end -= 1
  return words.slice(0, end)
}

const WIDE_MARKS: Record<string, string> = {
  '：': ':',
  '．': '.',
  '，': ',',
  '　': ' ',
  '\u00a0': ' ',
  '\u202f': ' ',
}

/** Digits of all scripts, and the marks of wide type between them, as ASCII; each character stays one. */
function toPlainMarks(text: string): string {
  return toAsciiDigits(text).replace(/[：．，\u3000\u00a0\u202f]/g, (mark) => WIDE_MARKS[mark] ?? mark)
}

/** The headline itself stays as it was written: digits beyond the first plane are two units long. */
function restoreMarks(words: string, rest: string): string {
  if (words.endsWith(rest)) return rest
  const characters = [...words]
  return characters.slice(characters.length - [...rest].length).join('')
}
