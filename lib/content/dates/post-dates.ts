import { type Diagnostic, type Parsed, reportError, reportWarning } from '../diagnostic.ts'
import { isMapping, type PlainValues } from '../front-matter/plain-values.ts'
import { type RawValue, toText } from '../keys/raw-value.ts'
import { isPublishedFlag } from '../publicity/publicity.ts'
import { findWritten, findWrittenDay, parseDate } from './dates.ts'

/** When a story was published, changed, and comes down again. */
export type PostDates = { published: string | null; updated: string | null; expires: string | null }

/** `unclear` is true where the date of publication cannot be parsed, so that it may lie in the future. */
export type ReadMoments = PostDates & { unclear: boolean }

type RawPostDates = Record<keyof PostDates, RawValue[]>

/** Other sources of a story's dates: the day in its file name or former URL, embargoes, and days it is to come down at. */
export type DateHints = { nameDate: string | null; gates: readonly string[]; ends: readonly string[] }

/** Keys that say when a story was begun, not when it goes out. */
const BEGUN =
  /creat|^(?:date|datetime|timestamp|posted|data|datum|dato|dátum|fecha|tarih|päiväys|päivämäärä|дата|ημερομηνία|التاريخ|تاريخ|תאריך|दिनांक|ngày|日期|日付|날짜)$/i

const CREATED_KEYS = ['published', 'publish', 'created', 'date', 'posted', 'start'] as const
const ENDED_KEYS = ['date', 'at', 'on', 'until', 'end', 'expires', 'time'] as const
const UPDATED_KEYS = ['updated', 'update', 'modified', 'lastmod', 'changed'] as const

/**
 * The dates of a post. Of the day it is dated with and the days it is to go out, the latest counts. A date that cannot be
 * read falls back to the next key's, then to the day in the name; where there is neither, the file is held back. A change
 * before publication is none.
 */
export function parsePostDates(raws: RawPostDates, hints: DateHints, timeZone: string): Parsed<ReadMoments> {
  const diagnostics: Diagnostic[] = []
  const dated = raws.published.filter((raw) => !isPublishedFlag(raw)).map((raw) => pick(raw, CREATED_KEYS))
  const first = readPublished(dated, hints.nameDate, timeZone, diagnostics)
  const gates = dated
    .filter(({ key }) => !BEGUN.test(key))
    .map(({ value }) => parseDate(value, timeZone).instant)
  const unread = dated.filter((raw, at) => at > 0 && !BEGUN.test(raw.key) && !isDate(raw, timeZone))
  for (const { key, value } of first === null ? [] : unread) diagnostics.push(reportUnclear(key, value))
  const published = first === null ? null : getLatest([first, ...gates, ...hints.gates])
  const changes = [
    ...raws.updated.map((raw) => pickOrKeep(raw, UPDATED_KEYS)),
    ...listChanges(raws.published),
  ]
  const updated = readUpdated(changes, timeZone, diagnostics)
  const isLater = updated !== null && published !== null && updated > published
  const ends = raws.expires.map((raw) => readExpires(pickOrKeep(raw, ENDED_KEYS), timeZone, diagnostics))
  const expires = getEarliest([...ends, ...hints.ends])
  const unclear = first !== null && unread.length > 0
  return { value: { published, updated: isLater ? updated : null, expires, unclear }, diagnostics }
}

/** The first key that can be read, with what is wrong about those before it. */
function readPublished(
  dated: RawValue[],
  nameDate: string | null,
  timeZone: string,
  diagnostics: Diagnostic[],
): string | null {
  const readName = () => (nameDate === null ? null : parseDate(nameDate, timeZone).instant)
  const [first] = dated
  if (first === undefined) {
    if (nameDate === null) diagnostics.push(reportMissing())
    return readName()
  }
  const reading = parseDate(first.value, timeZone)
  if (reading.instant !== null) return reading.instant
  const { message, hint } = reading
  const report = { field: first.key, found: first.value, hint }
  const written = findWritten(toText(first.value), timeZone)
  const other = dated.find((raw) => isDate(raw, timeZone))
  const named = other === undefined ? readName() : parseDate(other.value, timeZone).instant
  const fallback = written ?? named ?? findWrittenDay(toText(first.value), timeZone)
  if (fallback === null || isAhead(toText(first.value), fallback)) {
    diagnostics.push(reportError({ ...report, message }))
    return null
  }
  diagnostics.push(
    reportWarning({
      ...report,
      message: `${message}; ${describeFallback(written ?? (named === null ? fallback : null), other)} was used`,
    }),
  )
  return fallback
}

function describeFallback(written: string | null, other: RawValue | undefined): string {
  if (written !== null) return 'what can be read of it, in the zone of the paper,'
  return other === undefined ? 'the day in the name' : `"${other.key}"`
}

/** An unparsable date that names a later year than the day in the file name may lie in the future. */
function isAhead(text: string, fallback: string): boolean {
  const years = text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []
  return years.some((year) => Number(year) > Number(fallback.slice(0, 4)) + 1)
}

/** `date: {created: …, updated: …}`, as MkDocs has it; of a list, the first. */
function pick({ key, value }: RawValue, names: readonly string[]): RawValue {
  if (!isMapping(value)) return { key, value: Array.isArray(value) ? value[0] : value }
  const name = names.find((candidate) => toText(value[candidate]) !== '')
  if (name !== undefined) return { key, value: value[name] }
  return { key, value: toDay(value) ?? findOnlyDate(value) }
}

/** The same; what nothing can be picked from stays, so that it is told of. */
function pickOrKeep(raw: RawValue, names: readonly string[]): RawValue {
  const picked = pick(raw, names)
  return isMapping(raw.value) && picked.value === '' ? raw : picked
}

/** The changes in the date of a story that says both, `{created, updated}`. */
function listChanges(published: readonly RawValue[]): RawValue[] {
  return published.flatMap(({ key, value }) => {
    const name = isMapping(value)
      ? UPDATED_KEYS.find((candidate) => toText(value[candidate]) !== '')
      : undefined
    return isMapping(value) && name !== undefined ? [{ key, value: value[name] }] : []
  })
}

/** `{year: 2025, month: 1, day: 23}` */
function toDay({ year, month, day }: PlainValues): string | null {
  const parts = [year, month, day].map(toText)
  return parts.every((part) => /^\d{1,4}$/.test(part)) ? parts.join('-') : null
}

/** Members of a date that are none of publication: `{start, end}`, `{created, updated}`. */
const OTHER_DATE = /upd|modif|chang|end|expir|last|until/i

/** `{at: 2025-01-23}`, `{iso: …, display: January 2025}`: the one member that is a date; '' where none or several are. */
function findOnlyDate(members: PlainValues): unknown {
  const found = Object.entries(members).filter(
    ([name, value]) => !OTHER_DATE.test(name) && parseDate(value, 'UTC').instant !== null,
  )
  return found.length === 1 ? found[0]?.[1] : ''
}

function readUpdated(raws: RawValue[], timeZone: string, diagnostics: Diagnostic[]): string | null {
  const [first] = raws.filter(({ value }) => isMapping(value) || toText(value) !== '')
  if (first === undefined) return null
  const reading = parseDate(first.value, timeZone)
  if (reading.instant !== null) return reading.instant
  const { message, hint } = reading
  diagnostics.push(reportWarning({ field: first.key, found: first.value, message, hint }))
  return null
}

function readExpires(raw: RawValue, timeZone: string, diagnostics: Diagnostic[]): string | null {
  if (/^(?:false|no|none)$/i.test(toText(raw.value))) return null
  const reading = parseDate(raw.value, timeZone)
  if (reading.instant !== null) return reading.instant
  const { message, hint } = reading
  diagnostics.push(reportError({ field: raw.key, found: raw.value, message, hint }))
  return null
}

function isDate({ value }: RawValue, timeZone: string): boolean {
  return parseDate(value, timeZone).instant !== null
}

/** ISO instants in UTC sort as text. */
function getLatest(instants: (string | null)[]): string | null {
  return sortInstants(instants).at(-1) ?? null
}

function getEarliest(instants: (string | null)[]): string | null {
  return sortInstants(instants)[0] ?? null
}

function sortInstants(instants: (string | null)[]): string[] {
  return instants.filter((instant) => instant !== null).toSorted()
}

function reportUnclear(key: string, value: unknown): Diagnostic {
  const message = 'this is no date, so it is not known from when the story is public; it was kept as a draft'
  return reportWarning({
    field: key,
    found: value,
    message,
    hint: 'Write it as 2017-08-13 or 2017-08-13T18:00:00+02:00',
  })
}

function reportMissing(): Diagnostic {
  return reportError({
    field: null,
    found: '',
    message: 'the post has no date, neither in its front matter nor in its name',
    hint: 'Add a line such as date: 2017-08-13 18:00',
  })
}
