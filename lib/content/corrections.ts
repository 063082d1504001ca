import { cleanLine } from './clean.ts'
import { parseDate } from './dates.ts'
import { type RawValue, toText } from './dialect.ts'
import { type Finding, type Reading, warn } from './finding.ts'
import { isMapping, type PlainValues } from './plain-values.ts'
import type { Correction } from './post.ts'

const TEXT_KEYS = ['text', 'note', 'description', 'correction'] as const

/**
 * `corrections: [{date, text}]`, oldest first. One that cannot be read in full is warned of and left out: the story
 * itself is right.
 */
export function parseCorrections([first]: RawValue[], timeZone: string): Reading<Correction[]> {
  if (first === undefined) return { value: [], findings: [] }
  const items = Array.isArray(first.value) ? first.value : [first.value]
  const readings = items.map((item) => readCorrection(item, first.key, timeZone))
  return {
    value: readings
      .flatMap(({ value }) => value ?? [])
      .sort((a, b) => Date.parse(a.date) - Date.parse(b.date)),
    findings: readings.flatMap(({ findings }) => findings),
  }
}

function readCorrection(item: unknown, key: string, timeZone: string): Reading<Correction | null> {
  if (!isMapping(item)) return leaveOut(key, item, 'this correction has no date')
  const text = findText(item)
  if (text === '') return leaveOut(key, item, 'this correction has no text')
  const date = parseDate(item.date, timeZone)
  if (date.instant === null)
    return leaveOut(key, item.date ?? '', `the date of this correction: ${date.message}`)
  return { value: { date: date.instant, text }, findings: [] }
}

function findText(item: PlainValues): string {
  return cleanLine(toText(item[TEXT_KEYS.find((name) => toText(item[name]) !== '') ?? 'text']))
}

function leaveOut(field: string, found: unknown, message: string): { value: null; findings: Finding[] } {
  const mend = 'Write each as: - date: 2026-11-22, and below it text: what was said, and what is so'
  return { value: null, findings: [warn({ field, found, message, mend })] }
}
