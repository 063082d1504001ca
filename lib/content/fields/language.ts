import { getDirection } from '#lib/text/language.ts'
import { type Parsed, reportWarning } from '../diagnostic.ts'
import { type RawValue, toText } from '../keys/raw-value.ts'

/** A language as BCP 47 writes it, and the way its script runs. */
export type Language = { language: string; direction: 'ltr' | 'rtl' }

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
const known = new Map<string, Language | null>()

/**
 * The language a file names, else the one in its name (`name.fr.md`), else the site's: `pt_BR.UTF-8` → `pt-BR`,
 * left to right. What is no language is warned of and read as the site's.
 */
export function parseLanguage(
  [first]: RawValue[],
  nameLanguage: string | null,
  siteLanguage: string,
): Parsed<Language> {
  const fallback = toLanguage(nameLanguage ?? siteLanguage) ?? { language: 'en', direction: 'ltr' }
  if (first === undefined) return { value: fallback, diagnostics: [] }
  const written = toText(first.value)
  const language = toLanguage(written)
  if (language !== null) return { value: language, diagnostics: [] }
  const message = `this is no language; the text was taken to be in ${fallback.language}`
  const hint = 'Write a language tag such as en, pt-BR or zh-Hant'
  return {
    value: fallback,
    diagnostics: [reportWarning({ field: first.key, found: written, message, hint })],
  }
}

/**
 * Whether the letters after the last point of a file's name are a language here: the paper's, the one the file says it is
 * in, or one that the files beside it show. `Etcher.io.md` is not in Ido.
 */
export function createLanguageTest(
  { isTranslated = true }: { isTranslated?: boolean },
  [first]: RawValue[],
  siteLanguage: string,
): (tag: string) => boolean {
  const own = first === undefined ? null : toLanguage(toText(first.value))
  const languages = new Set([siteLanguage, own?.language ?? siteLanguage].map(toPrimary))
  return (tag) => isTranslated || languages.has(toPrimary(tag))
}

function toPrimary(tag: string): string {
  return tag.split(/[-_]/)[0]?.toLowerCase() ?? ''
}

function toLanguage(raw: string): Language | null {
  const remembered = known.get(raw)
  if (remembered !== undefined) return remembered
  const [tag = ''] = raw.trim().split(/[.@]/, 1)
  const language = readTag(tag.replaceAll('_', '-'))
  if (known.size < 1000) known.set(raw, language)
  return language
}

function readTag(tag: string): Language | null {
  try {
    const locale = new Intl.Locale(tag)
    if (names.of(locale.language) === undefined) return null
    return { language: locale.toString(), direction: getDirection(tag) }
  } catch {
    return null
  }
}
