import { decodePercent } from '#lib/text/percent.ts'
import { toPostSlug } from '#lib/text/slug.ts'
import { findPathDate, findTrailingDate, takeNameDate } from '../dates/name-date.ts'
import { type RawValue, toText } from '../keys/raw-value.ts'
import { MARKDOWN_FILE } from '../markdown-file.ts'

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

/** `fr`, `pt_BR`, `zh-Hans`, `es-419`, `zh-hant-tw`, `gsw`. */
const LANGUAGE = /\.([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?$/i

/** Grav names a story by its folder, `01.ferry-returns`, and the file in it by what shows it. */
const GRAV_TEMPLATE = /^(?:blog[-_])?item$/

/** Endings that are codes of languages and that more files have for another reason: `tide.new.md`, `app.min.md`. */
const ENGLISH_WORDS = new Set(['bak', 'bin', 'den', 'fin', 'mad', 'man', 'min', 'new', 'sad', 'war'])

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/**
 * Reads a path such as `posts/2014/06/30/name.md`, or a Hugo bundle's `posts/name/index.fr.md`. `isLanguage` is asked
 * whether two letters after a point are a language here: `Etcher.io.md` is not a story in Ido.
 */
export function parseFileName(path: string, isLanguage: (tag: string) => boolean = () => true): FileName {
  const parts = path.replace(MARKDOWN_FILE, '').split('/')
  const last = parts.pop() ?? ''
  const suffix = findLanguageSuffix(last)
  const isTranslated = suffix !== null && (/^_?index\./i.test(last) || isLanguage(suffix))
  const plain = isTranslated ? last.slice(0, -suffix.length - 1) : last
  const isBundle = /^index$/i.test(plain) || GRAV_TEMPLATE.test(plain)
  const name = (isBundle && parts.length > 1 && parts.pop()) || plain
  const stem = toStem(name, GRAV_TEMPLATE.test(plain))
  const folder = parts.slice(1).join('/')
  const { date, rest } = takeNameDate(stem)
  return {
    slug: toPostSlug(rest),
    title: toTitle(rest),
    date: date ?? findPathDate(`${folder}/${stem}`) ?? findTrailingDate(stem),
    language: isTranslated ? suffix.replaceAll('_', '-') : null,
    folder,
  }
}

/** A name without what programs add to it: Middleman's `.html`, the id that Notion appends, the place in Grav's menu. */
function toStem(name: string, isGrav: boolean): string {
  const stem = name.replace(/(?<=.)(?:\.html?| [\da-f]{32})$/i, '')
  return isGrav ? stem.replace(/^\d{1,3}\./, '') : stem
}

/** The slug a file's front matter asks for, or the one in its name. Of a path, `2014/06/name`, the last part counts. */
export function toAskedSlug([first]: RawValue[], name: Pick<FileName, 'slug'>): string {
  const written = typeof first?.value === 'boolean' ? '' : toText(first?.value).trim()
  const asked = written.includes(' ') ? written : written.split('/').findLast((part) => part !== '')
  return asked === undefined || asked === '' ? name.slug : toPostSlug(asked)
}

/** The letters after the last point of a name without its extension, where they are those of a language: `fr`, `pt_BR`. */
export function findLanguageSuffix(stem: string): string | null {
  const match = LANGUAGE.exec(stem)
  if (match === null || match.index === 0) return null
  const [suffix, language = ''] = match
  const code = language.toLowerCase()
  return ENGLISH_WORDS.has(code) || languageNames.of(code) === undefined ? null : suffix.slice(1)
}

function toTitle(name: string): string {
  const words = decodePercent(name).normalize('NFC').replace(/[-_]+/g, ' ').replace(/\s+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
