import { parseDate } from '../dates/dates.ts'
import { type Diagnostic, type Parsed, reportWarning } from '../diagnostic.ts'
import { isMapping, type PlainValues } from '../front-matter/plain-values.ts'
import { type RawValue, toText } from '../keys/field-keys.ts'
import { FIELD_KEYS } from '../keys/known-keys.ts'
import {
  CONTAINERS,
  type Meaning,
  meaningOfKey,
  NAMED_CONTAINERS,
  toPlainKey,
} from '../keys/publicity-keys.ts'
import { findResemblance, type Resemblance } from '../keys/resembling-keys.ts'
import type { Crawling } from '../post.ts'
import { isForSubscribers } from './access.ts'
import { isNo, isNotPublicWord, isPublicWord, isUnmistakable, isYes } from './publicity-words.ts'

/** Who may see a story: nobody while it is a draft, nobody before its `gates` (ISO 8601, UTC), all crawlers or none. */
export type Publicity = { draft: boolean; gates: string[]; crawling: Crawling }

/** What one key says. */
type Statement = { draft?: boolean; gate?: string; crawling?: Crawling; diagnostic?: Diagnostic }

const HELD_HINT = 'Remove the key if everybody may see the story; write draft: true if nobody may'
const HELD_FOLDER =
  /^(?:drafts?|_private|private|unpublished|brouillons?|entwürfe|borradores|bozze|rascunhos|下書き|草稿|_?trash|papierkorb|corbeille|papelera|cestino|lixeira|корзина|ゴミ箱|回收站|휴지통)$/iu
const HELD_NAME = /^draft[ _-]|[._-]draft\.[a-z]+$/i

/**
 * Reads every key that could mean "not public", whichever program or desk wrote it: what is plain is done, what is not is
 * held back or warned about, and none is passed over. `timeZone` is for days and times without a zone.
 */
export function parsePublicity(values: PlainValues, path: string, timeZone: string): Parsed<Publicity> {
  const statements = [...listEntries(values).map((raw) => readKey(raw, timeZone)), readPlace(path)]
  const crawling = statements.map((statement) => statement.crawling)
  return {
    value: {
      draft: statements.some(({ draft }) => draft === true),
      gates: statements.flatMap(({ gate }) => gate ?? []),
      crawling: crawling.includes('no-index')
        ? 'no-index'
        : crawling.includes('no-sitemap')
          ? 'no-sitemap'
          : 'all',
    },
    diagnostics: statements.flatMap(({ diagnostic }) => diagnostic ?? []),
  }
}

/** `published: true` says that a story is out, not when. */
export function isPublishedFlag({ key, value }: RawValue): boolean {
  return key.toLowerCase() === 'published' && (isYes(value) || isNo(value))
}

/** Each key with a plain value, those in mappings made for such keys too: `seo.noindex`, `build_render`. */
function listEntries(values: PlainValues): RawValue[] {
  return Object.entries(values).flatMap(([key, value]) => {
    if (!isMapping(value)) return [{ key, value }]
    const plain = toPlainKey(key)
    const entries = Object.entries(value)
    if (NAMED_CONTAINERS.has(plain))
      return entries.map(([inner, item]) => ({ key: `${plain}_${inner}`, value: item }))
    if (CONTAINERS.has(plain))
      return entries.map(([inner, item]) => ({ key: nameInner(plain, inner), value: item }))
    return OWN_KEYS.has(key.toLowerCase())
      ? []
      : entries.filter(([, item]) => isUnmistakable(item)).map(([, item]) => ({ key, value: item }))
  })
}

/** Keys whose values are a reader's words: a headline may well be "Private". */
const OWN_KEYS: ReadonlySet<string> = new Set(
  Object.entries(FIELD_KEYS)
    .filter(([field]) => !['tags', 'section', 'type'].includes(field))
    .flatMap(([, keys]) => keys.map((key) => key.toLowerCase())),
)

/** The key of something in a mapping, by which it is known: a day to go out at is one there too. */
function nameInner(container: string, key: string): string {
  const plain = toPlainKey(key)
  if (GOING_OUT.test(plain)) return 'publish_at'
  return container.startsWith('publi') && /^(?:start|from)$/.test(plain) ? 'publish_start' : key
}

const GOING_OUT = /^(?:publish|pub|publication|published)_?(?:date|time)$|^date_published$/

function readKey(raw: RawValue, timeZone: string): Statement {
  const { key, value } = raw
  if (isMapping(value) || toText(value).trim() === '') return {}
  const meaning = meaningOfKey.get(toPlainKey(key))
  if (meaning !== undefined) return readMeaning(meaning, raw, timeZone)
  const resemblance = findResemblance(key)
  if (resemblance !== null) return readResembling(resemblance, raw, timeZone)
  return !OWN_KEYS.has(key.toLowerCase()) && isUnmistakable(value)
    ? report(raw, 'this may say that the story is not public')
    : {}
}

function readMeaning(meaning: Meaning, raw: RawValue, timeZone: string): Statement {
  const { value } = raw
  switch (meaning) {
    case 'not-public':
      if (isYes(value) || isNotPublicWord(value)) return { draft: true }
      return isNo(value) || isPublicWord(value) ? {} : hold(raw, 'this is neither true nor false')
    case 'held':
      return isNo(value) || Array.isArray(value)
        ? {}
        : hold(raw, 'this says that the story is not for everybody')
    case 'public':
      if (isNo(value) || isNotPublicWord(value)) return { draft: true }
      return isPublishedKey(raw) ? {} : readDay(raw, timeZone)
    case 'shown':
      return isNo(value) || isNotPublicWord(value)
        ? hold(raw, 'this says that the story is not to be shown')
        : readDay(raw, timeZone)
    case 'flag':
      return isYes(value) || isNotPublicWord(value)
        ? hold(raw, 'this says that the story is not for everybody')
        : {}
    case 'doubt':
      return isYes(value) ? report(raw, 'this may say that the story is not public') : {}
    case 'status':
    case 'visibility':
    case 'hint':
      return readStatus(meaning, raw)
    case 'password':
      return isNo(value)
        ? {}
        : hold(raw, 'the story is for those who know a password, and this site asks for none')
    case 'gate':
      return readGate(raw, timeZone)
    default:
      return readCrawling(meaning, value)
  }
}

function readStatus(meaning: 'status' | 'visibility' | 'hint', raw: RawValue): Statement {
  const { value } = raw
  if (isForSubscribers(raw)) return {}
  if (isNotPublicWord(value)) return { draft: true }
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

function readCrawling(meaning: Meaning, value: unknown): Statement {
  const isOff = isNo(value) || /^(?:exclude|ignore|disable|hidden)d?$/i.test(toText(value).trim())
  switch (meaning) {
    case 'noindex':
      return isYes(value) ? { crawling: 'no-index' } : {}
    case 'index':
      return isNo(value) && toText(value) !== '0' ? { crawling: 'no-index' } : {}
    case 'robots':
      return /(?:^|[\s,;])(?:noindex|none)(?:$|[\s,;])/i.test(toWords(value)) || isNo(value)
        ? { crawling: 'no-index' }
        : {}
    case 'sitemap':
      return isOff ? { crawling: 'no-sitemap' } : {}
    case 'no-sitemap':
      return isYes(value) ? { crawling: 'no-sitemap' } : {}
    default:
      return {}
  }
}

/** For unknown keys: a value that plainly means "not public" holds the story back, others give a warning. */
function readResembling({ like, when }: Resemblance, raw: RawValue, timeZone: string): Statement {
  const { value } = raw
  const reason = `the key is not known, but looks like "${like}"`
  if (parseDate(value, timeZone).instant !== null && !isEnd(raw.key)) return readGate(raw, timeZone)
  const isPlain =
    isNotPublicWord(value) ||
    (when === 'no' && isNo(value)) ||
    ((when === 'yes' || when === 'date') && isYes(value))
  return isPlain ? hold(raw, reason) : report(raw, reason)
}

/** A key that says from when on a story is not to be seen any more. */
function isEnd(key: string): boolean {
  return /^un/i.test(key) || (/hid|private|draft/i.test(key) && /after|from|since/i.test(key))
}

const folders = new Map<string, Statement>()

/** By the folder a file lies in, which holds many, and by its name. */
function readPlace(path: string): Statement {
  const end = path.lastIndexOf('/')
  const folder = path.slice(0, Math.max(0, end))
  const known = folders.get(folder) ?? readFolder(folder)
  if (folders.size < 10_000) folders.set(folder, known)
  const name = path.slice(end + 1)
  return known.draft === true || !HELD_NAME.test(name) ? known : holdPlace(name)
}

/** The first folder is the site's own: `posts`. */
function readFolder(folder: string): Statement {
  const parts = folder.split('/').slice(1)
  if (parts.includes('_drafts')) return { draft: true }
  const found = parts.find((part) => HELD_FOLDER.test(part.normalize('NFC')))
  return found === undefined ? {} : holdPlace(found)
}

function holdPlace(found: string): Statement {
  const message =
    'the name of the file or of its folder says that this is not public; the story was kept as a draft'
  const hint = 'Move the file or rename it if everybody may see the story'
  return { draft: true, diagnostic: reportWarning({ field: null, found, message, hint }) }
}

function hold({ key, value }: RawValue, reason: string): Statement {
  const message = `${reason}; the story was kept as a draft`
  return { draft: true, diagnostic: reportWarning({ field: key, found: value, message, hint: HELD_HINT }) }
}

function report({ key, value }: RawValue, reason: string): Statement {
  const message = `${reason}; the story is public all the same`
  const hint = 'Write draft: true if it is not to be public, embargo: and a date if not yet'
  return { diagnostic: reportWarning({ field: key, found: value, message, hint }) }
}

function toWords(value: unknown): string {
  return Array.isArray(value) ? value.map(toText).join(',') : toText(value)
}
