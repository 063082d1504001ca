/** Whose calendar and clock a date is written for: a BCP 47 language, an IANA time zone. */
export type Locality = { language: string; timeZone: string }

const formats = new Map<string, Intl.DateTimeFormat>()

/** `23 November 2026` */
export function formatDate(instant: string, { language, timeZone }: Locality): string {
  return format(instant, language, { dateStyle: 'long', timeZone })
}

/** `Monday` */
export function formatWeekday(instant: string, { language, timeZone }: Locality): string {
  return format(instant, language, { weekday: 'long', timeZone })
}

/** `Monday, 23 November 2026` */
export function formatDay(instant: string, { language, timeZone }: Locality): string {
  return format(instant, language, { dateStyle: 'full', timeZone })
}

/** `14:05` */
export function formatTime(instant: string, { language, timeZone }: Locality): string {
  return format(instant, language, { timeStyle: 'short', timeZone })
}

/**
 * A day alone at the first moment of a day: nobody wrote a time, as a day is read as its first instant, which is no midnight
 * where the clocks go forward then. Else day and time.
 */
export function formatMoment(instant: string, locality: Locality): string {
  const before = new Date(Date.parse(instant) - 1000).toISOString()
  const isFirst = toDay(before, locality.timeZone) !== toDay(instant, locality.timeZone)
  return isFirst ? formatDate(instant, locality) : formatDateTime(instant, locality)
}

/** `23 November 2026 at 14:05 GMT`: the zone is always printed with the time. */
export function formatDateTime(instant: string, { language, timeZone }: Locality): string {
  const date = { year: 'numeric', month: 'long', day: 'numeric' } as const
  const time = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const
  return format(instant, language, { ...date, ...time, timeZone })
}

/** `November 2026`, for a month counted from 1. */
export function formatMonth(year: number, month: number, language: string): string {
  return format(toMonthInstant(year, month), language, { year: 'numeric', month: 'long', timeZone: 'UTC' })
}

/** `Nov` */
export function formatMonthName(year: number, month: number, language: string): string {
  return format(toMonthInstant(year, month), language, { month: 'short', timeZone: 'UTC' })
}

/** The day an instant falls on where the paper is: `2026-11-23`. */
export function toDay(instant: string, timeZone: string): string {
  return format(instant, 'en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone })
}

function toMonthInstant(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01T00:00:00Z`
}

function format(instant: string, language: string, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([language, options])
  const known = formats.get(key)
  const made = known ?? new Intl.DateTimeFormat(toLocale(language), options)
  if (known === undefined) formats.set(key, made)
  return made.format(Date.parse(instant))
}

/** English of no country: `23 November 2026`. */
const WORLD_ENGLISH = 'en-001'

/** A language tag no calendar is known for must not take a page down: English then. */
function toLocale(language: string): string {
  if (language === 'en') return WORLD_ENGLISH
  try {
    return Intl.getCanonicalLocales(language)[0] ?? WORLD_ENGLISH
  } catch {
    return WORLD_ENGLISH
  }
}
