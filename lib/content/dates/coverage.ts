import { type Diagnostic, type Parsed, reportWarning } from '../diagnostic.ts'
import type { StoryType } from '../fields/story-kind.ts'
import { isMapping } from '../front-matter/plain-values.ts'
import { type RawValue, toText } from '../keys/raw-value.ts'
import type { Coverage } from '../post.ts'
import { parseDate } from './dates.ts'

const HINT = 'Write coverage: { start: 2026-11-27 18:00, end: 2026-11-28 06:00 }; both may be left out'

/**
 * `coverage: { start, end }` of a live story; without a start it begins when the story is published. Null for all other
 * stories, whatever they say.
 */
export function parseCoverage(
  [first]: RawValue[],
  { type, published }: { type: StoryType; published: string | null },
  timeZone: string,
): Parsed<Coverage | null> {
  if (type !== 'live' || published === null) return { value: null, diagnostics: [] }
  const diagnostics: Diagnostic[] = []
  const written = isMapping(first?.value) ? first.value : {}
  if (first !== undefined && toText(written.start) === '' && toText(written.end) === '') {
    const message = 'this does not say from when to when'
    diagnostics.push(reportWarning({ field: first.key, found: first.value, message, hint: HINT }))
  }
  const read = (name: 'start' | 'end') => {
    if (first === undefined || toText(written[name]) === '') return null
    const reading = parseDate(written[name], timeZone)
    if (reading.instant !== null) return reading.instant
    const message = `${name}: ${reading.message}`
    diagnostics.push(reportWarning({ field: first.key, found: written[name], message, hint: HINT }))
    return null
  }
  const start = read('start') ?? published
  const end = read('end')
  if (first !== undefined && end !== null && end <= start) {
    const message = 'the coverage ends before it begins, so its end was not used'
    diagnostics.push(reportWarning({ field: first.key, found: written.end, message, hint: HINT }))
  }
  return {
    value: { start, end: end !== null && end > start ? end : null, latest: null, count: 0 },
    diagnostics,
  }
}
