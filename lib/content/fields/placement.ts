import { parseDate } from '../dates/dates.ts'
import { type Diagnostic, type Parsed, reportWarning } from '../diagnostic.ts'
import type { MappedFields } from '../keys/field-keys.ts'
import { type RawValue, toText } from '../keys/raw-value.ts'

/** Where editors want a story: `weight` its place among the leads, `breakingUntil` when its strip comes down. */
export type Placement = { weight: number | null; breakingUntil: string | null }

const YES = /^(?:true|yes|y|on|1)$/i
const NO = /^(?:false|no|n|off|0)$/i
const BREAKING_HOURS = 6

/**
 * `featured: true` leads like the weight 0, and a lower weight stands before a higher one; the weight 0 by itself is
 * none, as generators fill it in. Breaking news without `breaking_until` breaks for six hours.
 */
export function parsePlacement(
  fields: MappedFields['fields'],
  published: string | null,
  timeZone: string,
): Parsed<Placement> {
  const diagnostics: Diagnostic[] = []
  const featured = readFlag(fields.featured, diagnostics)
  const weight = readWeight(fields.weight, diagnostics) ?? (featured ? 0 : null)
  const breaking = readFlag(fields.breaking, diagnostics)
  const until = breaking ? readUntil(fields.breakingUntil, timeZone, diagnostics) : null
  const breakingUntil = breaking ? (until ?? addHours(published, BREAKING_HOURS)) : null
  return { value: { weight, breakingUntil }, diagnostics }
}

function readFlag([first]: RawValue[], diagnostics: Diagnostic[]): boolean {
  if (first === undefined) return false
  const text = toText(first.value).trim()
  if (YES.test(text) || NO.test(text)) return YES.test(text)
  const { key } = first
  const message = 'this is neither true nor false, and was read as false'
  diagnostics.push(
    reportWarning({ field: key, found: first.value, message, hint: `Write ${key}: true or ${key}: false` }),
  )
  return false
}

function readWeight([first]: RawValue[], diagnostics: Diagnostic[]): number | null {
  if (first === undefined) return null
  const text = toText(first.value).trim()
  if (/^-?\d{1,6}$/.test(text)) return Number(text) === 0 ? null : Number(text)
  const message = 'this is no whole number, and was not used'
  const hint = 'Write a number such as weight: 1; the lowest leads'
  diagnostics.push(reportWarning({ field: first.key, found: first.value, message, hint }))
  return null
}

function readUntil([first]: RawValue[], timeZone: string, diagnostics: Diagnostic[]): string | null {
  if (first === undefined) return null
  const reading = parseDate(first.value, timeZone)
  if (reading.instant !== null) return reading.instant
  const { message, hint } = reading
  diagnostics.push(reportWarning({ field: first.key, found: first.value, message, hint }))
  return null
}

function addHours(instant: string | null, hours: number): string | null {
  if (instant === null) return null
  return new Date(Date.parse(instant) + hours * 3_600_000).toISOString().replace('.000Z', 'Z')
}
