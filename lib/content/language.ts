import { type Reading, warn } from './finding.ts'

/** A language as BCP 47 writes it, and the way its script runs. */
export type Language = { language: string; direction: 'ltr' | 'rtl' }

const RTL_SCRIPTS = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])
const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
const known = new Map<string, Language | null>()

/** `pt_BR.UTF-8` → `pt-BR`, left to right; what is no language is warned of and read as the site's. */
export function parseLanguage(raw: string, key: string, siteLanguage: string): Reading<Language> {
  const language = toLanguage(raw)
  if (language !== null) return { value: language, findings: [] }
  const message = `this is no language; the post was read as ${siteLanguage}`
  const finding = warn({
    field: key,
    found: raw,
    message,
    mend: 'Write a language tag such as en, pt-BR or zh-Hant',
  })
  return { value: toLanguage(siteLanguage) ?? { language: 'en', direction: 'ltr' }, findings: [finding] }
}

function toLanguage(raw: string): Language | null {
  const remembered = known.get(raw)
  if (remembered !== undefined) return remembered
  const language = readTag(
    raw
      .trim()
      .replace(/[.@].*$/, '')
      .replaceAll('_', '-'),
  )
  if (known.size < 1000) known.set(raw, language)
  return language
}

function readTag(tag: string): Language | null {
  try {
    const locale = new Intl.Locale(tag)
    if (names.of(locale.language) === undefined) return null
    const script = locale.maximize().script ?? 'Latn'
    return { language: locale.toString(), direction: RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr' }
  } catch {
    return null
  }
}
