import { cleanLine } from '../clean/clean.ts'
import { parseDate } from '../dates/dates.ts'
import { type Diagnostic, type Parsed, reportWarning } from '../diagnostic.ts'
import { isMapping, type PlainValues } from '../front-matter/plain-values.ts'
import { type RawValue, toText } from '../keys/raw-value.ts'
import type { Correction } from '../post.ts'

const TEXT_KEYS = ['text', 'note', 'description', 'correction'] as const

/**
 * `corrections: [{date, text}]`, oldest first. One that cannot be read in full is warned of and left out: the story
 * itself is right.
 */
export function parseCorrections([first]: RawValue[], timeZone: string): Parsed<Correction[]> {
  if (first === undefined) return { value: [], diagnostics: [] }
  const items = Array.isArray(first.value) ? first.value : [first.value]
  const readings = items.map((item) => readCorrection(item, first.key, timeZone))
  return {
    value: readings
      .flatMap(({ value }) => value ?? [])
      .sort((a, b) => Date.parse(a.date) - Date.parse(b.date)),
    diagnostics: readings.flatMap(({ diagnostics }) => diagnostics),
  }
}

function readCorrection(item: unknown, key: string, timeZone: string): Parsed<Correction | null> {
  if (!isMapping(item)) return leaveOut(key, item, 'this correction has no date')
  const text = findText(item)
  if (text === '') return leaveOut(key, item, 'this correction has no text')
  const date = parseDate(item.date, timeZone)
  if (date.instant === null)
    return leaveOut(key, item.date ?? '', `the date of this correction: ${date.message}`)
  return { value: { date: date.instant, text }, diagnostics: [] }
}

function findText(item: PlainValues): string {
  return cleanLine(toText(item[TEXT_KEYS.find((name) => toText(item[name]) !== '') ?? 'text']))
}

function leaveOut(
  field: string,
  found: unknown,
  message: string,
): { value: null; diagnostics: Diagnostic[] } {
  const hint = 'Write each as: - date: 2026-11-22, and below it text: what was said, and what is so'
  return { value: null, diagnostics: [reportWarning({ field, found, message, hint })] }
}
