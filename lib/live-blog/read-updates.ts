import { toBodyStart } from '#lib/content/clean/body-start.ts'
import { cleanTitle } from '#lib/content/clean/clean.ts'
import { parseDate } from '#lib/content/dates/dates.ts'
import { type Diagnostic, reportWarning } from '#lib/content/diagnostic.ts'
import { LIVE_LIMITS, reportExcess } from '#lib/content/limits.ts'
import { listLines } from '#lib/text/list-lines.ts'
import { toIsoInstant } from '#lib/time/iso-instant.ts'
import { type Calendar, type DatedMoment, dateUpdates } from './date-updates.ts'
import { type HeadingMarks, takeMarks } from './heading-marks.ts'
import { type HeadingScan, listHeadings, type UpdateHeading } from './list-headings.ts'
import type { LiveUpdate } from './live-update.ts'
import { readMoment, type WrittenMoment } from './read-moment.ts'

/**
 * What a live story's text holds. Every character of it is in `intro`, in an update's text or in its heading.
 *
 * - `updates` are in the order of the file.
 * - `doubtful` has the ids of updates whose text holds something that could not be read ('' for the intro): a heading
 *   without a time, a code fence or a comment that never ends. `isSound` is true where there is none.
 */
export type UpdatesReading = {
  intro: string
  updates: LiveUpdate[]
  doubtful: ReadonlySet<string>
  isSound: boolean
  diagnostics: Diagnostic[]
}

/** The text of a live story; `line` is the line of the file it begins at, `language` the story's. */
export type LiveBody = { body: string; line: number; language?: string }

type Part = { heading: UpdateHeading; moment: WrittenMoment; marks: HeadingMarks; end: number }

/**
 * Reads the updates of a live story: each begins with a heading of the second level and a time, and ends where the next
 * begins. What is no update stays in the text above it.
 */
export function readUpdates({ body, line, language = '' }: LiveBody, calendar: Calendar): UpdatesReading {
  const scan = listHeadings(body)
  const { parts, strays } = partBody(body, scan.headings, language)
  const { dated, isNewestFirst } = dateUpdates(
    parts.map(({ moment, marks }) => ({ ...moment, isPinned: marks.isPinned })),
    calendar,
  )
  const names = nameUpdates(dated, isNewestFirst)
  const diagnostics = [
    ...strays.map((heading) => reportStray(heading, line)),
    ...(scan.open === null ? [] : [reportOpen(scan.open + line - 1)]),
    ...(parts.length === 0 && strays.length === 0 ? listMissing(body, line) : []),
    ...(parts.length > LIVE_LIMITS.updates.most ? [reportExcess(LIVE_LIMITS.updates, parts.length)] : []),
  ]
  const readings = parts.flatMap((part, at) => {
    const name = names[at]
    return name === undefined ? [] : [toUpdate(part, name, { body, line, timeZone: calendar.timeZone })]
  })
  return {
    intro: body.slice(0, parts[0]?.heading.start ?? body.length).trimEnd(),
    updates: readings.map(({ value }) => value),
    doubtful: new Set(listDoubtful(scan, strays).map((at) => names[findPart(parts, at)]?.id ?? '')),
    isSound: diagnostics.length === 0,
    diagnostics: [...diagnostics, ...readings.flatMap(({ diagnostics: slips }) => slips)],
  }
}

function partBody(body: string, headings: readonly UpdateHeading[], language: string) {
  const parts: Part[] = []
  const strays: UpdateHeading[] = []
  for (const heading of headings) {
    const timed = readMoment(heading.words, language)
    if (timed === null) {
      strays.push(heading)
      continue
    }
    const last = parts.at(-1)
    if (last !== undefined) last.end = heading.start
    parts.push({ heading, moment: timed.moment, marks: takeMarks(timed.rest), end: body.length })
  }
  return { parts, strays }
}

type Name = DatedMoment & { id: string; ordinal: number }

/** Updates of one minute are numbered from the oldest, so that a new one changes no other. */
function nameUpdates(dated: readonly DatedMoment[], isNewestFirst: boolean): Name[] {
  const counts = new Map<string, number>()
  const toName = (moment: DatedMoment): Name => {
    const ordinal = (counts.get(moment.minute) ?? 0) + 1
    counts.set(moment.minute, ordinal)
    return { ...moment, ordinal, id: ordinal === 1 ? moment.minute : `${moment.minute}-${ordinal}` }
  }
  return isNewestFirst ? dated.toReversed().map(toName).reverse() : dated.map(toName)
}

type Place = LiveBody & Pick<Calendar, 'timeZone'>

function toUpdate({ heading, marks, end }: Part, name: Name, { body, line, timeZone }: Place) {
  const at = toIsoInstant(name.instant)
  const place = { line: heading.line + line - 1 }
  const modified = marks.updated === null ? null : readModified(marks.updated, name, timeZone)
  const diagnostics = [
    ...marks.unknown.map((mark) => reportMark(mark, place)),
    ...(marks.updated !== null && modified === null ? [reportModified(marks.updated, place)] : []),
  ]
  const value: LiveUpdate = {
    id: name.id,
    at,
    ordinal: name.ordinal,
    headline: cleanTitle(marks.words),
    isKey: marks.isKey,
    isPinned: marks.isPinned,
    by: marks.by,
    modified,
    corrections: marks.corrections,
    text: toBodyStart(body.slice(heading.textStart, end), 1).body,
  }
  return { value, diagnostics }
}

/** A time alone is the first such time after the update. */
function readModified(written: string, { instant, minute }: Name, timeZone: string): string | null {
  const timed = readMoment(written)
  if (timed === null || timed.rest !== '') return null
  const { day, hour, minute: minutes } = timed.moment
  const clock = `${toTwoDigits(hour)}:${toTwoDigits(minutes)}`
  const date = day === null ? minute.slice(0, 10) : `${day[0]}-${toTwoDigits(day[1])}-${toTwoDigits(day[2])}`
  const reading = parseDate(`${date} ${clock}`, timeZone).instant
  if (reading === null) return null
  const time = Date.parse(reading)
  return toIsoInstant(day === null && time < instant ? time + DAY_MS : time)
}

const DAY_MS = 86_400_000

function toTwoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

/** The lines of the text, from 1, at which something cannot be read. */
function listDoubtful({ open }: HeadingScan, strays: readonly UpdateHeading[]): number[] {
  return [...strays.map(({ line }) => line), ...(open === null ? [] : [open])]
}

/** The last part that begins at or before a line; -1 for the intro. */
function findPart(parts: readonly Part[], line: number): number {
  return parts.findLastIndex(({ heading }) => heading.line <= line)
}

const KEPT = 'until then no update that readers have is taken away'

function reportStray({ words, line }: UpdateHeading, start: number): Diagnostic {
  const message = 'this heading begins with no time that can be read, so it stays in the text above it'
  const hint = `Write it as ## 14:05 ${words.slice(0, MAX_SHOWN) || 'Headline'}, or with ### within an update; ${KEPT}`
  return reportWarning({ field: null, found: words, message, hint, line: line + start - 1 })
}

const MAX_SHOWN = 40

const OTHER_HEADING = /^(?:#|###+)[ \t]*\d{1,2}[:.h]\d{2}/

/** A file whose headings are of another level has no updates: all of it would be one text. */
function listMissing(body: string, start: number): Diagnostic[] {
  let number = start
  for (const { text } of listLines(body)) {
    if (OTHER_HEADING.test(text)) {
      const message = 'the story is live and has no updates: their headings are not of the second level'
      return [
        reportWarning({ field: null, found: text, message, hint: 'Write ## 14:05 Headline', line: number }),
      ]
    }
    number += 1
  }
  return []
}

function reportOpen(line: number): Diagnostic {
  const message = 'what begins here never ends, so the updates below it are part of it'
  const hint = `Close the code (\`\`\`), the comment (-->) or the element; ${KEPT}`
  return reportWarning({ field: null, found: '', message, hint, line })
}

function reportMark(mark: string, { line }: { line: number }): Diagnostic {
  const message = 'this mark is not known, and is shown as part of the headline'
  const hint =
    'Write {key}, {pin}, {by: Name}, {updated: 14:20} or {correction: What was wrong}, behind the headline'
  return reportWarning({ field: null, found: mark, message, hint, line })
}

function reportModified(written: string, { line }: { line: number }): Diagnostic {
  const message = 'the time this update was changed at cannot be read, and was not used'
  return reportWarning({ field: null, found: written, message, hint: 'Write {updated: 14:20}', line })
}
