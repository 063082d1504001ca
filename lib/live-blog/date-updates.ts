import { toZonedDay } from '#lib/time/zone.ts'
import { toEpoch } from '#lib/time/zoned-time.ts'
import type { WrittenMoment } from './read-moment.ts'

/** When the coverage began (milliseconds), and the zone its times are in. */
export type Calendar = { start: number; timeZone: string }

/** Days since 1970, and minutes of that day, by the clocks of the zone. */
type Wall = { day: number; minute: number }

const DAY_MS = 86_400_000
const DAY_MINUTES = 1_440
/** A time this much before the one it follows is one told late; an earlier one is of the next day. */
const MAX_BACK_MINUTES = 360

/** An instant in milliseconds, and its minute as the clocks of the zone show it: `2026-11-27-1405`. */
export type DatedMoment = { instant: number; minute: string }

/**
 * The days of times that are written without one: each is the day of the time it follows, or the day after where the
 * clock passed midnight; the first is on the day the coverage began. Whether the file goes from old to new or from new
 * to old is told by which of the two goes back less often, then by which ends sooner; new to old where both are alike.
 * Pinned updates stand anywhere, and are on the first day on which that time has not passed when the coverage begins.
 */
export function dateUpdates(
  moments: readonly (WrittenMoment & { isPinned: boolean })[],
  calendar: Calendar,
): { dated: DatedMoment[]; isNewestFirst: boolean } {
  const start = toWall(calendar)
  const chain = moments.filter(({ isPinned }) => !isPinned)
  const falling = carryDays(chain.toReversed(), start)
  const rising = carryDays(chain, start)
  const isNewestFirst =
    falling.steps === rising.steps ? falling.end <= rising.end : falling.steps < rising.steps
  const { walls } = isNewestFirst ? falling : rising
  const rows = toInstants(walls, calendar)
  const left = (isNewestFirst ? rows.toReversed() : rows).values()
  const dated = moments.map((moment) => {
    const wall = toFirst(moment, start)
    const first = { instant: toInstant(wall, calendar.timeZone), minute: toMinuteName(wall) }
    return moment.isPinned ? first : (left.next().value ?? first)
  })
  return { dated, isNewestFirst }
}

const HOUR_MS = 3_600_000

/**
 * The instants of times from old to new. In the hour that clocks show twice when they are put back, a time before that of
 * the update it follows is of the second round.
 */
function toInstants(walls: readonly Wall[], { timeZone }: Calendar): DatedMoment[] {
  let previous = Number.NEGATIVE_INFINITY
  return walls.map((wall) => {
    const first = toInstant(wall, timeZone)
    const again = first + HOUR_MS
    const isAgain = first < previous && previous <= again && isSameClock(first, again, timeZone)
    const instant = isAgain ? again : first
    previous = instant
    return { instant, minute: toMinuteName(wall) }
  })
}

function isSameClock(one: number, other: number, timeZone: string): boolean {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
  return format.format(one) === format.format(other)
}

/** `steps` counts how often the time goes back, `end` is when the last one is, in minutes. */
function carryDays(chain: readonly WrittenMoment[], start: Wall) {
  const walls: Wall[] = []
  let steps = 0
  let previous: Wall | null = null
  let least = toMinutes(start)
  for (const moment of chain) {
    const wall: Wall =
      moment.day === null && previous !== null ? toFollowing(moment, previous, least) : toFirst(moment, start)
    least = Math.min(least, toMinutes(wall))
    if (previous !== null && toMinutes(wall) < toMinutes(previous)) steps += 1
    walls.push(wall)
    previous = wall
  }
  const last = walls.at(-1)
  return { walls, steps, end: last === undefined ? 0 : toMinutes(last) }
}

/** The nearest such time that is not long before the one it follows, and not before all others (`least`, in minutes). */
function toFollowing(moment: WrittenMoment, previous: Wall, least: number): Wall {
  const minute = moment.hour * 60 + moment.minute
  const ahead = minute - previous.minute
  const back = ahead > DAY_MINUTES - MAX_BACK_MINUTES ? -1 : 0
  const day = previous.day + (ahead < -MAX_BACK_MINUTES ? 1 : back)
  return toMinutes({ day, minute }) < least ? { day: day + 1, minute } : { day, minute }
}

function toFirst({ day, hour, minute }: WrittenMoment, start: Wall): Wall {
  const ofDay = hour * 60 + minute
  if (day !== null) return { day: Date.UTC(day[0], day[1] - 1, day[2]) / DAY_MS, minute: ofDay }
  const isBefore = start.minute - ofDay > MAX_BACK_MINUTES
  return { day: isBefore ? start.day + 1 : start.day, minute: ofDay }
}

function toMinutes({ day, minute }: Wall): number {
  return day * DAY_MINUTES + minute
}

function toWall({ start, timeZone }: Calendar): Wall {
  const instant = new Date(start).toISOString()
  const day = Date.parse(toZonedDay(instant, timeZone)) / DAY_MS
  const midnight = toInstant({ day, minute: 0 }, timeZone)
  return { day, minute: Math.max(0, Math.floor((start - midnight) / 60_000)) }
}

function toMinuteName({ day, minute }: Wall): string {
  const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join('')
  return `${new Date(day * DAY_MS).toISOString().slice(0, 10)}-${clock}`
}

function toInstant({ day, minute }: Wall, timeZone: string): number {
  const date = new Date(day * DAY_MS)
  const wall = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: Math.floor(minute / 60),
    minute: minute % 60,
    second: 0,
  }
  return toEpoch(wall, timeZone)
}
