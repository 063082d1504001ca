const formats = new Map<string, Intl.DateTimeFormat>()

/** The month an instant falls in where the paper is: `2026-11`. Intl costs microseconds, so UTC takes the short way. */
export function toZonedMonth(instant: string, timeZone: string): string {
  if (timeZone === 'UTC') return instant.slice(0, 7)
  const known = formats.get(timeZone)
  const format = known ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' })
  if (known === undefined) formats.set(timeZone, format)
  return format.format(Date.parse(instant)).slice(0, 7)
}
