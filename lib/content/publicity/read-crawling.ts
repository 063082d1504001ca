import type { Meaning } from '../keys/publicity-keys.ts'
import { toText } from '../keys/raw-value.ts'
import type { Crawling } from '../post.ts'
import { isNo, isYes } from './publicity-words.ts'

/** What a key for search engines tells them; null where that is nothing out of the ordinary. */
export function readCrawling(meaning: Meaning, value: unknown): Crawling | null {
  const isOff = isNo(value) || /^(?:exclude|ignore|disable|hidden)d?$/i.test(toText(value).trim())
  switch (meaning) {
    case 'noindex':
      return isYes(value) ? 'no-index' : null
    case 'index':
      return isNo(value) && toText(value) !== '0' ? 'no-index' : null
    case 'robots':
      return /(?:^|[\s,;])(?:noindex|none)(?:$|[\s,;])/i.test(toWords(value)) || isNo(value)
        ? 'no-index'
        : null
    case 'sitemap':
      return isOff ? 'no-sitemap' : null
    case 'no-sitemap':
      return isYes(value) ? 'no-sitemap' : null
    default:
      return null
  }
}

function toWords(value: unknown): string {
  return Array.isArray(value) ? value.map(toText).join(',') : toText(value)
}
