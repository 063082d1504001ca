import { reportWarning } from '../diagnostic.ts'
import type { Meaning } from '../keys/publicity-keys.ts'
import { type RawValue, toText } from '../keys/raw-value.ts'
import type { Crawling } from '../post.ts'
import { isNo, isYes } from './publicity-words.ts'
import type { Statement } from './statement.ts'

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

/** What cannot be read keeps search engines out: a slip gives nothing away. */
export function readSearchEngines(meaning: Meaning, raw: RawValue): Statement {
  const { key, value } = raw
  const crawling = readCrawling(meaning, value)
  if (crawling !== null || !isUnclear(meaning, raw)) return { crawling: crawling ?? 'all' }
  const isIndex = meaning === 'noindex'
  const kept = isIndex
    ? 'search engines are asked to leave the story out'
    : 'the story was kept out of the sitemap'
  const message = `this is neither true nor false; ${kept}`
  const hint = `Write ${key}: true or ${key}: false`
  const diagnostic = reportWarning({ field: key, found: value, message, hint })
  return { crawling: isIndex ? 'no-index' : 'no-sitemap', diagnostic }
}

/** Yoast writes 2 for "may be found"; a sitemap may hold numbers and settings of its own. */
function isUnclear(meaning: Meaning, { key, value }: RawValue): boolean {
  if (isNo(value) || isYes(value)) return false
  if (meaning === 'noindex') return !(/yoast/i.test(key) && toText(value).trim() === '2')
  return (
    (meaning === 'no-sitemap' || (meaning === 'sitemap' && typeof value === 'string')) &&
    !/\d/.test(toText(value))
  )
}
