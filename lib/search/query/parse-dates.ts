import { toEpoch } from '#lib/time/zoned-time.ts'

/** Milliseconds since 1970, `to` exclusive; null where a span is open. */
export type Span = { from: number | null; to: number | null }

const DATE = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/

/** `2020`, `2020-05` or `2020-05-12` from its first moment to its last, as clocks in `timeZone` show; null for anything else. */
export function toSpan(written: string, timeZone: string): { from: number; to: number } | null {
  const match = DATE.exec(written.trim())
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), toNumber(match[2]), toNumber(match[3])]
  if (!isDate(year, month ?? 1, day ?? 1)) return null
  const from = toStart(year, month ?? 1, day ?? 1, timeZone)
  if (month === null) return { from, to: toStart(year + 1, 1, 1, timeZone) }
  if (day === null) return { from, to: toStart(year, month + 1, 1, timeZone) }
  return { from, to: toStart(year, month, day + 1, timeZone) }
}

function toNumber(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function toStart(year: number, month: number, day: number, timeZone: string): number {
  return toEpoch({ year, month, day, hour: 0, minute: 0, second: 0 }, timeZone)
}
