import { type Diagnostic, type Parsed, reportWarning } from '../diagnostic.ts'
import { isMapping, type PlainValues } from '../front-matter/plain-values.ts'
import { type Meaning, meaningOfKey, toPlainKey } from '../keys/publicity-keys.ts'
import type { RawValue } from '../keys/raw-value.ts'
import type { Crawling } from '../post.ts'
import { findTitleMark, readPlace } from './held-place.ts'
import { type Entry, listEntries } from './publicity-entries.ts'
import { isNo, isNotPublicWord, isYes } from './publicity-words.ts'
import { readKey, readMeaning } from './read-key.ts'
import { hold, type PossibleGate, report, type Statement } from './statement.ts'

/**
 * Who may see a story: nobody while it is a draft, nobody before its `gates` or after its `ends` (ISO 8601, UTC), all
 * crawlers or none. What is to be said of `possibleGates` depends on the story's own date.
 */
export type Publicity = {
  draft: boolean
  gates: string[]
  ends: string[]
  possibleGates: PossibleGate[]
  crawling: Crawling
}

/**
 * Reads every key that could mean "not public", whichever program or desk wrote it: what is plain is done, what is not is
 * held back or warned about, and none is passed over. `timeZone` is for days and times without a zone.
 */
export function parsePublicity(values: PlainValues, path: string, timeZone: string): Parsed<Publicity> {
  const written = [...listEntries(values).map((entry) => readEntry(entry, timeZone)), ...readTitles(values)]
  const isDraft = written.some(({ draft }) => draft === true)
  const statements: Statement[] = isDraft ? written : [...written, readPlace(path)]
  const crawling = statements.map((statement) => statement.crawling)
  return {
    value: {
      draft: statements.some(({ draft }) => draft === true),
      gates: statements.flatMap(({ gate }) => gate ?? []),
      ends: statements.flatMap(({ end }) => end ?? []),
      possibleGates: statements.flatMap(({ possibleGate }) => possibleGate ?? []),
      crawling: crawling.includes('no-index')
        ? 'no-index'
        : crawling.includes('no-sitemap')
          ? 'no-sitemap'
          : 'all',
    },
    diagnostics: statements.flatMap(({ diagnostic }) => diagnostic ?? []),
  }
}

/** What is said of a person in the words of who may see a page: other keys are about the person (`status: on leave`). */
const PLAIN: ReadonlySet<Meaning> = new Set(['not-public', 'public', 'status', 'visibility'])

/** Whether keys plainly say that nobody may see what they stand above: `draft: true`, `published: false`. */
export function saysDraft(values: PlainValues, timeZone: string): boolean {
  return listEntries(values).some((entry) => {
    const meaning = entry.isNested === true ? undefined : meaningOfKey.get(toPlainKey(entry.key))
    if (meaning === undefined || !PLAIN.has(meaning)) return false
    const isWord = isYes(entry.value) || isNo(entry.value) || isNotPublicWord(entry.value)
    return isWord && readMeaning(meaning, entry, timeZone).draft === true
  })
}

/** Days that may keep a story back and lie after the day it is dated with. */
export function reportPossibleGates(gates: readonly PossibleGate[], published: string | null): Diagnostic[] {
  return gates
    .filter(({ instant }) => published !== null && instant > published)
    .map(({ key, value }) => {
      const message = 'this day is after the story’s own, and the story does not wait for it'
      const hint = 'Write embargo: and the day if the story is not to be public before'
      return reportWarning({ field: key, found: value, message, hint })
    })
}

/** `published: true` says that a story is out, not when. */
export function isPublishedFlag({ key, value }: RawValue): boolean {
  return key.toLowerCase() === 'published' && (isYes(value) || isNo(value))
}

function readTitles({ title, headline }: PlainValues): Statement[] {
  return [title, headline].flatMap((written) => {
    const found = findTitleMark(written)
    if (found === null) return []
    return [report({ key: written === title ? 'title' : 'headline', value: found }, 'the title says so')]
  })
}

function readEntry(entry: Entry, timeZone: string): Statement {
  return entry.isNested === true ? readNested(entry, timeZone) : readKey(entry, timeZone)
}

/** Of a mapping that may be about something else, only what speaks of going out counts; the rest is warned of. */
function readNested(entry: Entry, timeZone: string): Statement {
  const { key, value } = entry
  const meaning = isMapping(value) ? undefined : meaningOfKey.get(toPlainKey(key))
  if (meaning === undefined || !NESTED_MEANINGS.has(meaning)) return {}
  const said = readMeaning(meaning, entry, timeZone)
  const isOfPublication =
    /draft|publi|embargo|brouillon|entwurf|borrador|bozza|öffentlich|публик|公開|公开|发布|공개|نشر|פרסום/iu.test(
      key,
    )
  if (meaning === 'held' && !isOfPublication) return {}
  if (said.gate !== undefined)
    return isOfPublication ? said : { possibleGate: { key, value, instant: said.gate } }
  if (said.draft !== true) return said.crawling === undefined ? {} : said
  const reason = 'this may say that the story is not public'
  return isOfPublication ? hold(entry, reason) : report(entry, reason)
}

const NESTED_MEANINGS: ReadonlySet<Meaning> = new Set([
  ...([
    'not-public',
    'held',
    'public',
    'status',
    'visibility',
    'password',
    'gate',
    'noindex',
    'robots',
  ] as const),
])
