import { parseDate } from '../dates/dates.ts'
import { isForSubscribers } from '../fields/access.ts'
import { isMapping } from '../front-matter/plain-values.ts'
import { type Meaning, meaningOfKey, toPlainKey } from '../keys/publicity-keys.ts'
import { type RawValue, toText } from '../keys/raw-value.ts'
import { findResemblance, type Resemblance } from '../keys/resembling-keys.ts'
import { OWN_KEYS } from './publicity-entries.ts'
import { isNo, isNotPublicWord, isPublicWord, isUnmistakable, isYes } from './publicity-words.ts'
import { readSearchEngines } from './read-crawling.ts'
import { hold, report, type Statement } from './statement.ts'

/** What one key says where it stands in the text: whether it makes a draft, or from when the story is public. */
export type EntryReading = { draft: boolean; gate: string | null }

/** Of the keys known here, and values that say it in one word: a sentence may well begin with `Status:`. */
export function readTextEntry(key: string, value: string, timeZone: string): EntryReading {
  const meaning = meaningOfKey.get(toPlainKey(key))
  const { instant } = parseDate(value, timeZone)
  if (meaning === 'gate') return { draft: false, gate: instant }
  const isWord = isYes(value) || isNo(value) || isNotPublicWord(value)
  const isSaid = meaning !== undefined && TEXT_MEANINGS.has(meaning) && isWord
  return { draft: isSaid && readMeaning(meaning, { key, value }, timeZone).draft === true, gate: null }
}

const TEXT_MEANINGS: ReadonlySet<Meaning> = new Set([
  ...(['not-public', 'public', 'status', 'visibility'] as const),
])

/** What a key says, and its value. */
export function readKey(raw: RawValue, timeZone: string): Statement {
  const { key, value } = raw
  const meaning = meaningOfKey.get(toPlainKey(key))
  if (isMapping(value)) return readMapping(meaning, raw)
  if (toText(value).trim() === '' && !isUnread(meaning, value)) return {}
  if (meaning !== undefined) return readMeaning(meaning, raw, timeZone)
  if (typeof value === 'string' && /true|yes|false/i.test(value) && SWALLOWED.test(value))
    return hold(raw, 'a line for who may see the story was read as a part of this')
  const resemblance = findResemblance(key)
  if (resemblance !== null) return readResembling(resemblance, raw, timeZone)
  return !OWN_KEYS.has(key.toLowerCase()) && isUnmistakable(value)
    ? report(raw, 'this may say that the story is not public')
    : {}
}

/** Of a mapping nothing was understood: under a key that says that a story is not public, or not yet, that is enough. */
function readMapping(meaning: Meaning | undefined, raw: RawValue): Statement {
  if (meaning === 'noindex') return readSearchEngines(meaning, raw)
  const isHeld =
    meaning === 'not-public' || meaning === 'password' || findResemblance(raw.key)?.when === 'date'
  return isHeld ? hold(raw, 'nothing could be made of this') : {}
}

/** A list with no word in it, under a key that has to say yes or no. */
function isUnread(meaning: Meaning | undefined, value: unknown): boolean {
  return isEmptyList(value) || (Array.isArray(value) && (meaning === 'not-public' || meaning === 'noindex'))
}

/** A line that is indented, or has no colon, belongs to the value above it. */
const SWALLOWED =
  /\b(?:draft|unpublished|private|hidden)[ \t]{0,3}[:=][ \t]{0,3}(?:true|yes)\b|\bpublished[ \t]{0,3}[:=][ \t]{0,3}(?:false|no)\b/i

export function readMeaning(meaning: Meaning, raw: RawValue, timeZone: string): Statement {
  const { value } = raw
  switch (meaning) {
    case 'not-public':
      if (isYes(value) || isNotPublicWord(value)) return { draft: true }
      return isNo(value) || isPublicWord(value) ? {} : hold(raw, 'this is neither true nor false')
    case 'held':
      if (Array.isArray(value)) return readExclusions(raw)
      return isNo(value) ? {} : hold(raw, 'this says that the story is not for everybody')
    case 'public':
      if (isNo(value) || isNotPublicWord(value)) return { draft: true }
      return isPublishedKey(raw) ? {} : readPublic(raw, timeZone)
    case 'shown':
      return isNo(value) || isEmptyList(value) || isNotPublicWord(value)
        ? hold(raw, 'this says that the story is not to be shown')
        : readDay(raw, timeZone)
    case 'flag':
      return readFlag(raw, timeZone)
    case 'doubt':
      if (isNotPublicWord(value)) return hold(raw, 'this says that the story is not for everybody')
      return isYes(value) || parseDate(value, timeZone).instant !== null
        ? report(raw, 'this may say that the story is not public')
        : {}
    case 'status':
    case 'visibility':
    case 'hint':
      return readStatus(meaning, raw)
    case 'password':
      return isNo(value) || isEmptyList(value)
        ? {}
        : hold(raw, 'the story is for those who know a password, and this site asks for none')
    case 'gate':
      return readGate(raw, timeZone)
    case 'end':
      return readEnd(raw, timeZone)
    default:
      return readSearchEngines(meaning, raw)
  }
}

/** The whole of what is public: `eleventyExcludeFromCollections: [posts]`, `hide: [home]`. */
const EVERYWHERE =
  /^(?:all|home|index|lists?|posts?|blog|news|articles?|pages?|collections?|feeds?|site|archive|\*)$/i

function readExclusions(raw: RawValue): Statement {
  const items = Array.isArray(raw.value) ? raw.value.slice(0, 100).map((item) => toText(item).trim()) : []
  if (items.some(isNotPublicWord)) return hold(raw, 'this says that the story is not for everybody')
  return items.some((item) => EVERYWHERE.test(item))
    ? report(raw, 'this may say that the story is not public')
    : {}
}

/** Under a flag a day is the day it becomes true, or ends to be: `hold: 2027-01-01`, `retracted: 2026-11-22`. */
function readFlag(raw: RawValue, timeZone: string): Statement {
  const { key, value } = raw
  if (Array.isArray(value)) return readExclusions(raw)
  if (isYes(value) || isNotPublicWord(value))
    return hold(raw, 'this says that the story is not for everybody')
  const { instant } = parseDate(value, timeZone)
  if (instant === null) return {}
  return /hold|hide|members|paid/i.test(key) ? { gate: instant } : { end: instant }
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function readStatus(meaning: 'status' | 'visibility' | 'hint', raw: RawValue): Statement {
  const { value } = raw
  if (isForSubscribers(raw)) return {}
  if (isNotPublicWord(value))
    // `audience: admin` may say for whom a page is written.
    return /audience/i.test(raw.key) && /^admin/i.test(toText(value))
      ? hold(raw, 'this says that the story is not for everybody')
      : { draft: true }
  if (meaning === 'hint') return isNo(value) ? report(raw, 'this may say that the story is not public') : {}
  if (isNo(value)) return { draft: true }
  if (isYes(value) || isPublicWord(value) || /^[\d.]+$/.test(toText(value))) return {}
  return meaning === 'visibility'
    ? hold(raw, 'this is no word for "public" that is known here')
    : report(raw, 'this is no word for "draft" or "published" that is known here')
}

/** Under a key for yes or no, a day is the day it becomes true: `publish: 2027-01-01`. */
function readDay({ value }: RawValue, timeZone: string): Statement {
  const { instant } = parseDate(value, timeZone)
  return instant === null ? {} : { gate: instant }
}

/** What is neither a day nor a word for "public" is not taken for one: `publish: 2027` or `publish: after the vote`. */
function readPublic(raw: RawValue, timeZone: string): Statement {
  const { value } = raw
  const day = readDay(raw, timeZone)
  if (day.gate !== undefined || isYes(value) || isPublicWord(value)) return day
  return /\p{Nd}/u.test(toText(value))
    ? hold(raw, 'this is no date, so it is not known from when the story is public')
    : report(raw, 'this is no word for "public" that is known here')
}

/** When a story is to come down again. */
function readEnd(raw: RawValue, timeZone: string): Statement {
  const { value } = raw
  if (isNo(value)) return {}
  const { instant } = parseDate(value, timeZone)
  return instant === null
    ? hold(raw, 'this is no date, so it is not known until when the story is public')
    : { end: instant }
}

/** The key that is both a flag and a date is read with the dates. */
function isPublishedKey({ key }: RawValue): boolean {
  return key.toLowerCase() === 'published'
}

function readGate(raw: RawValue, timeZone: string): Statement {
  const { key, value } = raw
  if (isNo(value)) return {}
  if (isYes(value))
    return /embargo|sperr|hold|hidden|private/i.test(key) ? hold(raw, 'this does not say until when') : {}
  const { instant } = parseDate(value, timeZone)
  return instant === null
    ? hold(raw, 'this is no date, so it is not known from when the story is public')
    : { gate: instant }
}

/** For unknown keys: a value that plainly means "not public" holds the story back, others give a warning. */
function readResembling({ like, when }: Resemblance, raw: RawValue, timeZone: string): Statement {
  const { value } = raw
  const reason = `the key is not known, but looks like "${like}"`
  const { instant } = parseDate(value, timeZone)
  if (when === 'day') return instant === null ? {} : { possibleGate: { ...raw, instant } }
  if (when === 'end') return instant === null ? report(raw, reason) : { end: instant }
  if (instant !== null) return { gate: instant }
  const isPlain =
    isNotPublicWord(value) ||
    (when === 'no' && isNo(value)) ||
    ((when === 'yes' || when === 'date') && isYes(value))
  return isPlain ? hold(raw, reason) : report(raw, reason)
}
