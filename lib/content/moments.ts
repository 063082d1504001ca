import { type DateReading, parseDate } from './dates.ts'
import type { RawValue } from './dialect.ts'
import { isPublishedFlag } from './draft.ts'
import { type Finding, type Reading, refuse, warn } from './finding.ts'

/** When a story was published, changed, and comes down again. */
export type Moments = { published: string | null; updated: string | null; expires: string | null }

type RawMoments = Record<keyof Moments, RawValue[]>

/**
 * The dates of a post. `nameDate` is the day in its file name or folders, used when front matter has none. A date
 * that cannot be read holds the file back, except that of a change; a change before publication is none.
 */
export function parseMoments(raws: RawMoments, nameDate: string | null, timeZone: string): Reading<Moments> {
  const findings: Finding[] = []
  const read = (list: RawValue[], report: typeof refuse): string | null => {
    const [first] = list
    if (first === undefined) return null
    const reading = parseDate(first.value, timeZone)
    if (reading.instant === null) findings.push(toFinding(reading, first, report))
    return reading.instant
  }
  const dated = raws.published.filter((raw) => !isPublishedFlag(raw))
  const published = dated.length > 0 ? read(dated, refuse) : readName(nameDate, timeZone)
  if (published === null && dated.length === 0) findings.push(reportMissing())
  const updated = read(raws.updated, warn)
  const isLater = updated !== null && published !== null && updated > published
  return {
    value: { published, updated: isLater ? updated : null, expires: read(raws.expires, refuse) },
    findings,
  }
}

function readName(date: string | null, timeZone: string): string | null {
  return date === null ? null : parseDate(date, timeZone).instant
}

function toFinding(reading: DateReading, { key, value }: RawValue, report: typeof refuse): Finding {
  const { message, mend } = reading.instant === null ? reading : { message: '', mend: '' }
  return report({ field: key, found: value, message, mend })
}

function reportMissing(): Finding {
  return refuse({
    field: null,
    found: '',
    message: 'the post has no date, neither in its front matter nor in its name',
    mend: 'Add a line such as date: 2017-08-13 18:00',
  })
}
