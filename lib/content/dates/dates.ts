import { toAsciiDigits } from '#lib/time/ascii-digits.ts'
import { toIsoInstant } from '#lib/time/iso-instant.ts'
import { toEpoch } from '#lib/time/zoned-time.ts'
import { type DateMatch, matchDate } from './date-patterns.ts'
import { toEnglishDate } from './foreign-dates.ts'
import { listClocks } from './read-clock.ts'

/** A moment as ISO 8601 in UTC with whole seconds, or why there is none and what to write instead. */
export type DateReading = { instant: string } | { instant: null; message: string; hint: string }

const ISO_HINT = 'Write it as 2017-08-13 or 2017-08-13T18:00:00+02:00'

/**
 * A date as front matter has it → the moment it means. A time without a zone is in `timeZone`, a day without a time
 * is its first moment there; what says its own zone is taken as written. Seconds and milliseconds since 1970
 * are told apart by their size. The machine's own zone is never asked for.
 */
export function parseDate(raw: unknown, timeZone: string): DateReading {
  if (raw instanceof Date && !Number.isNaN(raw.getTime())) return { instant: toIsoInstant(raw.getTime()) }
  if (typeof raw !== 'string' && typeof raw !== 'number') return toUnreadable('this is not a date')
  const text = String(raw).trim()
  const epoch = matchEpoch(text)
  if (epoch !== null) return { instant: toIsoInstant(epoch) }
  const written = matchDate(text) ?? matchForeign(text)
  if (written === null) return toUnreadable('this is not a date')
  if (written === 'ambiguous') return toUnreadable('day and month could change places', toIsoChoice(text))
  const { offset } = written
  return {
    instant: toIsoInstant(
      offset === null ? toEpoch(written, timeZone) : toEpoch(written, 'UTC') - offset * 60_000,
    ),
  }
}

/** A day, and the clock after it where one follows. */
const DAY_AND_CLOCK = /^\D{0,20}(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[T\s]{1,3}(\d{1,2}:\d{2}(?::\d{2})?)/

/**
 * What can be read of a date whose end makes no sense, as an instant: `2020-06-16 17:15:17+17:00`, in a zone that there is
 * not, is that time in `timeZone`. Null unless there are a day and a clock time.
 */
export function findWritten(text: string, timeZone: string): string | null {
  const [, day = '', clock = ''] = DAY_AND_CLOCK.exec(text) ?? []
  return day === '' ? null : parseDate(`${day} ${clock}`, timeZone).instant
}

/** A day whose end is plain to see, with whatever behind it. */
const DAY = /^\D{0,20}(\d{4}[-/.\u2010-\u2015年]\d{1,2}[-/.\u2010-\u2015月]\d{1,2}日?)(?![\d]| \d(?!\d))/

/** The day in a date whose clock cannot be read, `2021-04-27 25:00`, as an instant; null where no day is plain. */
export function findWrittenDay(text: string, timeZone: string): string | null {
  const day = DAY.exec(text)?.[1]
  return day === undefined ? null : parseDate(day, timeZone).instant
}

const MAX_FOREIGN = 60

/** In another language's words, or with a clock that English would write in another way: `05.02.2024 um 14.30 Uhr`. */
function matchForeign(text: string): DateMatch {
  if (text.length > MAX_FOREIGN || !/\p{Nd}/u.test(text) || /^[\x20-\x2f:\d+T]*$/.test(text)) return null
  const latin = toAsciiDigits(text)
  for (const { index, clock } of listClocks(latin, '')) {
    if (latin.slice(index + clock.length).trim() !== '') continue
    const words = latin.slice(0, index).replace(BEFORE_CLOCK, '')
    const written = matchDate(words) ?? matchForeignDay(words)
    if (written === null || written === 'ambiguous') return written
    const { hour, minute, second } = clock
    return { ...written, hour, minute, second }
  }
  return matchForeignDay(text)
}

/** Between a day and a clock. */
const BEFORE_CLOCK = /[\s,،-]{1,3}(?:(?:at|um|kl\.?|à|a las|às|alle|om|ora|o|в)\s)?$/u

function matchForeignDay(text: string): DateMatch {
  const english = toEnglishDate(text)
  return english === null ? null : matchDate(english)
}

/**
 * Nine or ten digits count seconds since 1970, twelve or thirteen milliseconds, sixteen microseconds; twelve that
 * begin like a year of ours are a compact date.
 */
function matchEpoch(text: string): number | null {
  const digits = /^(\d{9,10}|\d{12,13}|\d{16})(?:\.\d*)?$/.exec(text)?.[1]
  if (digits === undefined || /^(?:19|20)\d{10}$/.test(digits)) return null
  const factor = digits.length <= 10 ? 1000 : digits.length <= 13 ? 1 : 0.001
  return Number(text) * factor
}

function toUnreadable(message: string, hint = ISO_HINT): DateReading {
  return { instant: null, message, hint }
}

function toIsoChoice(text: string): string {
  const [left = '', right = '', year = ''] = toAsciiDigits(text).match(/\d+/g) ?? []
  const toIso = (month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return `Write ${toIso(right, left)} or ${toIso(left, right)}, whichever it is`
}
