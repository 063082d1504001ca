/** A reading of a wall clock and calendar; `month` is 1 to 12. */
export type WallTime = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

const DAY = 86_400_000
const clocks = new Map<string, Intl.DateTimeFormat>()

/**
 * The moment, in milliseconds since 1970, at which clocks in `timeZone` show `wall`. A time that a clock change
 * skips is read as if the clocks had not changed yet, so it falls just after the gap; of a time that happens
 * twice the first is meant (as in RFC 5545, section 3.3.5). Never asks for the machine's own zone.
 */
export function toEpoch(wall: WallTime, timeZone: string): number {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second)
  if (timeZone === 'UTC') return asUtc
  const before = getOffset(asUtc - DAY, timeZone)
  const after = getOffset(asUtc + DAY, timeZone)
  if (before === after || getOffset(asUtc - before, timeZone) === before) return asUtc - before
  return getOffset(asUtc - after, timeZone) === after ? asUtc - after : asUtc - before
}

/** How far clocks in `timeZone` are ahead of UTC at `epoch`, in milliseconds. */
function getOffset(epoch: number, timeZone: string): number {
  const name = getClock(timeZone).format(epoch)
  const match = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(name)
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = match ?? []
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
  return sign === '-' ? -size : size
}

function getClock(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known !== undefined) return known
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  clocks.set(timeZone, clock)
  return clock
}
