import { toAsciiDigits } from '#lib/time/ascii-digits.ts'

/** A clock time, and the day (year, month, day) where one is written with it. */
export type WrittenMoment = { day: readonly [number, number, number] | null; hour: number; minute: number }

/** What an update's heading begins with, and the words behind it. */
export type TimedWords = { moment: WrittenMoment; rest: string }

/** A moment is looked for at the very beginning. */
const MAX_MOMENT = 40

/** `2026-11-27`, `27.11.2026` */
const DAY = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))(?:T|,? {1,3})/
/** `14:05`, `14.05`, `14h05`, `2:05 pm`, `14:05:30`, `14:05 Uhr` */
const CLOCK = /^(\d{1,2})[:.h](\d{2})(?::\d{2})?(?: ?([ap])\.?m\b\.?| ?Uhr\b)?(?![\d+]|[:.]\d|Z)/i
const SEPARATORS = /^[\s:|–—-]{1,10}/

/**
 * Reads the time an update's heading begins with, in the digits of any script: `14:05 Polls close`. Null where there is
 * none, or one that no clock and no calendar has.
 */
export function readMoment(words: string): TimedWords | null {
  const head = toAsciiDigits(words.slice(0, MAX_MOMENT))
  const day = DAY.exec(head)
  const clockAt = day?.[0].length ?? 0
  const clock = CLOCK.exec(head.slice(clockAt))
  if (clock === null) return null
  const moment = toMoment(day, clock)
  if (moment === null) return null
  const rest = (head + words.slice(MAX_MOMENT)).slice(clockAt + clock[0].length)
  return { moment, rest: restoreDigits(words, rest).replace(SEPARATORS, '') }
}

/** The digits of the headline itself stay as they were written: digits beyond the first plane are two units long. */
function restoreDigits(words: string, rest: string): string {
  const characters = [...words]
  return characters.slice(characters.length - [...rest].length).join('')
}

function toMoment(day: RegExpExecArray | null, clock: RegExpExecArray): WrittenMoment | null {
  const [, hourText = '', minuteText = '', half] = clock
  const hour = toHour(Number(hourText), half)
  const minute = Number(minuteText)
  if (hour === null || hour > 23 || minute > 59) return null
  if (day === null) return { day: null, hour, minute }
  const [, year, month, date, dateFirst, monthSecond, yearLast] = day
  const written = [Number(year ?? yearLast), Number(month ?? monthSecond), Number(date ?? dateFirst)] as const
  return isRealDay(written) ? { day: written, hour, minute } : null
}

/** `12 am` is midnight, `12 pm` noon. */
function toHour(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

function isRealDay([year, month, day]: readonly [number, number, number]): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
