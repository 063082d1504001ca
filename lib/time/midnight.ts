import { toDay } from './format-date.ts'
import { toEpoch } from './zoned-time.ts'

/** When the day after that of `now` begins where the paper is, in milliseconds. */
export function getNextMidnight(now: Date, timeZone: string): number {
  const [year = 0, month = 1, day = 1] = toDay(now.toISOString(), timeZone).split('-').map(Number)
  const next = new Date(Date.UTC(year, month - 1, day + 1))
  const midnight = {
    year: next.getUTCFullYear(),
    month: next.getUTCMonth() + 1,
    day: next.getUTCDate(),
    hour: 0,
    minute: 0,
    second: 0,
  }
  return toEpoch(midnight, timeZone)
}
