import { type Diagnostic, type Parsed, reportError, reportWarning } from '../diagnostic.ts'
import { isPublishedFlag } from '../fields/draft.ts'
import type { RawValue } from '../keys/field-keys.ts'
import { type DateReading, parseDate } from './dates.ts'

/** When a story was published, changed, and comes down again. */
export type PostDates = { published: string | null; updated: string | null; expires: string | null }

type RawPostDates = Record<keyof PostDates, RawValue[]>

/**
 * The dates of a post. `nameDate` is the day in its file name or folders, used when front matter has none. A date
 * that cannot be read holds the file back, except that of a change; a change before publication is none.
 */
export function parsePostDates(
  raws: RawPostDates,
  nameDate: string | null,
  timeZone: string,
): Parsed<PostDates> {
  const diagnostics: Diagnostic[] = []
  const read = (list: RawValue[], report: typeof reportError): string | null => {
    const [first] = list
    if (first === undefined) return null
    const reading = parseDate(first.value, timeZone)
    if (reading.instant === null) diagnostics.push(toDateDiagnostic(reading, first, report))
    return reading.instant
  }
  const dated = raws.published.filter((raw) => !isPublishedFlag(raw))
  const published = dated.length > 0 ? read(dated, reportError) : readNameDate(nameDate, timeZone)
  if (published === null && dated.length === 0) diagnostics.push(reportMissing())
  const updated = read(raws.updated, reportWarning)
  const isLater = updated !== null && published !== null && updated > published
  return {
    value: { published, updated: isLater ? updated : null, expires: read(raws.expires, reportError) },
    diagnostics,
  }
}

function readNameDate(date: string | null, timeZone: string): string | null {
  return date === null ? null : parseDate(date, timeZone).instant
}

function toDateDiagnostic(
  reading: DateReading,
  { key, value }: RawValue,
  report: typeof reportError,
): Diagnostic {
  const { message, hint } = reading.instant === null ? reading : { message: '', hint: '' }
  return report({ field: key, found: value, message, hint })
}

function reportMissing(): Diagnostic {
  return reportError({
    field: null,
    found: '',
    message: 'the post has no date, neither in its front matter nor in its name',
    hint: 'Add a line such as date: 2017-08-13 18:00',
  })
}
