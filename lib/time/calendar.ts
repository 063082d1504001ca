const DAY = 86_400_000

/** A name of a day such as `2026-11-22`, in English: `Nov`, `Sunday`. */
export function formatEnglish(
  day: string,
  parts: { month: 'short' | 'long' } | { weekday: 'short' | 'long' },
): string {
  return new Intl.DateTimeFormat('en-US', { ...parts, timeZone: 'UTC' }).format(toTime(day))
}

/** 1 for the first of January. */
export function getDayOfYear(day: string): number {
  return (toTime(day) - toTime(`${day.slice(0, 4)}-01-01`)) / DAY + 1
}

/** 0 for Sunday. */
export function getWeekday(day: string): number {
  return new Date(toTime(day)).getUTCDay()
}

/** The week by ISO 8601: the first has the year's first Thursday in it. */
export function getWeek(day: string): number {
  const thursday = new Date(toTime(day) + (4 - (getWeekday(day) || 7)) * DAY).toISOString().slice(0, 10)
  return Math.ceil(getDayOfYear(thursday) / 7)
}

function toTime(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}
