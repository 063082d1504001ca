/** Which way a language is written. What is no language tag, or a browser without `getTextInfo`, goes left to right. */
export function getDirection(language: string): 'ltr' | 'rtl' {
  try {
    return new Intl.Locale(language).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr'
  } catch {
    return 'ltr'
  }
}

/** Whether a text is one well-formed BCP 47 tag: `en`, `pt-BR`. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** Whether a tag is that of a language that is known: `english` and `xx` are well-formed and no language. */
export function isKnownLanguage(tag: string): boolean {
  return isLanguageTag(tag) && names.of(new Intl.Locale(tag).language) !== undefined
}

/** A tag as BCP 47 writes it, of what systems write: `pt_BR.UTF-8` → `pt-BR`, `EN-us` → `en-US`. What is none stays. */
export function toLanguageTag(written: string): string {
  const tag = (written.trim().split(/[.@]/, 1)[0] ?? '').replaceAll('_', '-')
  return isLanguageTag(tag) ? new Intl.Locale(tag).toString() : written
}
