import { parseSite } from '#lib/config/parse-site.ts'
import { getMeta, type Index, putMeta } from './index-state.ts'

const KEY = 'site-text'

/** The text of site.yaml as it was last read; null when there was none. */
export function getSiteText(index: Index): string | null {
  return getMeta(index, KEY) || null
}

export function putSiteText(index: Index, text: string | null): void {
  putMeta(index, KEY, text ?? '')
}

const texts = new WeakMap<Index, string | null>()

/** Reads the settings from the index, for threads that do not read the content files. */
export function readStoredSite(index: Index): void {
  const text = getSiteText(index)
  if (texts.get(index) === text) return
  texts.set(index, text)
  index.site = parseSite(text, 'site.yaml').site
}
