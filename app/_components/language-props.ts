import type { Site } from '#lib/config/site.ts'
import { getDirection } from '#lib/text/language.ts'

type Written = { language: string; direction: 'ltr' | 'rtl' }
type LanguageProps = { lang?: string; dir?: 'ltr' | 'rtl' }

/** `lang` and `dir` for words in another language than the page's; nothing to say when it is the same. */
export function toLanguageProps(words: Written, site: Pick<Site, 'language'>): LanguageProps {
  if (words.language === site.language) return {}
  return { lang: words.language, dir: words.direction }
}

/** `lang` and `dir` for the paper's own words, said on every page: a story's page has the story's language. */
export function toFurnitureProps({ language }: Pick<Site, 'language'>): Required<LanguageProps> {
  return { lang: language, dir: getDirection(language) }
}
