const formats = new Map<string, Intl.DateTimeFormat>()

/** The month an instant falls in where the paper is: `2026-11`. */
export function toZonedMonth(instant: string, timeZone: string): string {
  return toZonedDay(instant, timeZone).slice(0, 7)
}

/** The day an instant falls on where the paper is: `2026-11-22`. Intl costs microseconds, so UTC takes the short way. */
export function toZonedDay(instant: string, timeZone: string): string {
  if (timeZone === 'UTC') return instant.slice(0, 10)
  const known = formats.get(timeZone)
  const format =
    known ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  if (known === undefined) formats.set(timeZone, format)
  return format.format(Date.parse(instant)).slice(0, 10)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** What clocks show at an instant where the paper is: `14:05:09`. */
export function toZonedClock(instant: string, timeZone: string): string {
  if (timeZone === 'UTC') return instant.slice(11, 19)
  const known = clocks.get(timeZone)
  const clock =
    known ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
  if (known === undefined) clocks.set(timeZone, clock)
  return clock.format(Date.parse(instant))
}
