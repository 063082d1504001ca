import type { Site } from '#lib/config/site.ts'

type Written = { language: string; direction: 'ltr' | 'rtl' }
type LanguageProps = { lang?: string; dir?: 'ltr' | 'rtl' }

const RIGHT_TO_LEFT_SCRIPTS = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
])

/** `lang` and `dir` for words in another language than the page's; nothing to say when it is the same. */
export function toLanguageProps(words: Written, site: Pick<Site, 'language'>): LanguageProps {
  if (words.language === site.language) return {}
  return { lang: words.language, dir: words.direction }
}

/** Which way a language is written. A tag nobody knows is written from left to right. */
export function getDirection(language: string): 'ltr' | 'rtl' {
  try {
    const { script } = new Intl.Locale(language).maximize()
    return script !== undefined && RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr'
  } catch {
    return 'ltr'
  }
}
