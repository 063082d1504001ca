import type { Site } from '#lib/config/site.ts'

type Written = { language: string; direction: 'ltr' | 'rtl' }
type LanguageProps = { lang?: string; dir?: 'ltr' | 'rtl' }

/** `lang` and `dir` for words in another language than the page's; nothing to say when it is the same. */
export function toLanguageProps(words: Written, site: Pick<Site, 'language'>): LanguageProps {
  if (words.language === site.language) return {}
  return { lang: words.language, dir: words.direction }
}
