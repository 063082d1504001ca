import { decodePercent } from '#lib/text/percent.ts'
import { toPostSlug } from '#lib/text/slug.ts'
import { type RawValue, toText } from '../keys/field-keys.ts'

/** What the path of a post tells. */
export type FileName = {
  slug: string
  /** The name made readable, for a post that has no title: `saltmarsh-fair` → `Saltmarsh fair`. */
  title: string
  /** The day in the name or the folders above it, as `YYYY-MM-DD`. */
  date: string | null
  /** The language in `name.fr.md`. */
  language: string | null
  /** The folders below the first one: `2014/06/30`. */
  folder: string
}

const EXTENSION = /\.(?:md|markdown|mdown)$/i
const DATED_NAME = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[-_. ]+|$)/
const DATED_FOLDER = /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\/|$)/
const LANGUAGE = /\.([a-z]{2})(?:[-_]([a-z]{2}))?$/i

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** Reads a path such as `posts/2014/06/30/name.md`, or a Hugo bundle's `posts/name/index.fr.md`. */
export function parseFileName(path: string): FileName {
  const parts = path.replace(EXTENSION, '').split('/')
  const last = parts.pop() ?? ''
  const suffix = matchLanguage(last)
  const plain = suffix === null ? last : last.slice(0, -suffix.length - 1)
  const isBundle = plain.toLowerCase() === 'index' && parts.length > 1
  const stem = isBundle ? (parts.pop() ?? plain) : plain
  const folder = parts.slice(1).join('/')
  const name = stem.replace(DATED_NAME, '') || stem
  return {
    slug: toPostSlug(name),
    title: toTitle(name),
    date: toDay(DATED_NAME.exec(stem)) ?? toDay(DATED_FOLDER.exec(folder)),
    language: suffix === null ? null : suffix.replace('_', '-'),
    folder,
  }
}

/** The slug a file's front matter asks for, or the one in its name. Of a path, `2014/06/name`, the last part counts. */
export function toAskedSlug([first]: RawValue[], name: Pick<FileName, 'slug'>): string {
  const written = toText(first?.value).trim()
  const asked = written.includes(' ') ? written : written.split('/').findLast((part) => part !== '')
  return asked === undefined || asked === '' ? name.slug : toPostSlug(asked)
}

function matchLanguage(stem: string): string | null {
  const match = LANGUAGE.exec(stem)
  if (match === null || match.index === 0) return null
  const [suffix, language = ''] = match
  return languageNames.of(language.toLowerCase()) === undefined ? null : suffix.slice(1)
}

function toDay(match: RegExpExecArray | null): string | null {
  if (match === null) return null
  const [, year = '', month = '', day = ''] = match
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const isReal = new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) ?? false
  return isReal ? date : null
}

function toTitle(name: string): string {
  const words = decodePercent(name).replace(/[-_]+/g, ' ').replace(/\s+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
