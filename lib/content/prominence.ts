import { parseDate } from './dates.ts'
import { type Dialect, type RawValue, toText } from './dialect.ts'
import { type Finding, type Reading, warn } from './finding.ts'

/** Where editors want a story: `weight` its place among the leads, `breakingUntil` when its strip comes down. */
export type Prominence = { weight: number | null; breakingUntil: string | null }

const YES = /^(?:true|yes|y|on|1)$/i
const NO = /^(?:false|no|n|off|0)$/i
const BREAKING_HOURS = 6

/**
 * `featured: true` leads like the weight 0, and a lower weight stands before a higher one; the weight 0 by itself is
 * none, as generators fill it in. Breaking news without `breaking_until` breaks for six hours.
 */
export function parseProminence(
  fields: Dialect['fields'],
  published: string | null,
  timeZone: string,
): Reading<Prominence> {
  const findings: Finding[] = []
  const featured = readFlag(fields.featured, findings)
  const weight = readWeight(fields.weight, findings) ?? (featured ? 0 : null)
  const breaking = readFlag(fields.breaking, findings)
  const until = breaking ? readUntil(fields.breakingUntil, timeZone, findings) : null
  const breakingUntil = breaking ? (until ?? addHours(published, BREAKING_HOURS)) : null
  return { value: { weight, breakingUntil }, findings }
}

function readFlag([first]: RawValue[], findings: Finding[]): boolean {
  if (first === undefined) return false
  const text = toText(first.value).trim()
  if (YES.test(text) || NO.test(text)) return YES.test(text)
  const { key } = first
  const message = 'this is neither true nor false, and was read as false'
  findings.push(
    warn({ field: key, found: first.value, message, mend: `Write ${key}: true or ${key}: false` }),
  )
  return false
}

function readWeight([first]: RawValue[], findings: Finding[]): number | null {
  if (first === undefined) return null
  const text = toText(first.value).trim()
  if (/^-?\d{1,6}$/.test(text)) return Number(text) === 0 ? null : Number(text)
  const message = 'this is no whole number, and was not used'
  const mend = 'Write a number such as weight: 1; the lowest leads'
  findings.push(warn({ field: first.key, found: first.value, message, mend }))
  return null
}

function readUntil([first]: RawValue[], timeZone: string, findings: Finding[]): string | null {
  if (first === undefined) return null
  const reading = parseDate(first.value, timeZone)
  if (reading.instant !== null) return reading.instant
  const { message, mend } = reading
  findings.push(warn({ field: first.key, found: first.value, message, mend }))
  return null
}

function addHours(instant: string | null, hours: number): string | null {
  if (instant === null) return null
  return new Date(Date.parse(instant) + hours * 3_600_000).toISOString().replace('.000Z', 'Z')
}
