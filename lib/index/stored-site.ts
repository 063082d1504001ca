import { type CustomFaces, customFacesSchema } from '#lib/config/custom-faces.ts'
import { parseSite } from '#lib/config/parse/parse-site.ts'
import { type Site, siteSchema } from '#lib/config/site.ts'
import { parseStored } from '#lib/text/json.ts'
import { getMeta, type Index, putMeta } from './index-state.ts'

const KEY = 'site-text'
const SETTINGS_KEY = 'site-settings'
const FACES_KEY = 'faces'

/** The text of site.yaml as it was last read; null when there was none. */
export function getSiteText(index: Index): string | null {
  return getMeta(index, KEY) || null
}

/** Keeps the text, and what can be used of it, but for the redirects, which have a table of their own. */
export function putSiteText(
  index: Index,
  text: string | null,
  { redirects: _redirects, ...settings }: Record<string, unknown>,
): void {
  putMeta(index, KEY, text ?? '')
  putMeta(index, SETTINGS_KEY, JSON.stringify(settings))
}

/** Keeps the fonts of site.yaml that can be used. */
export function putFaces(index: Index, faces: CustomFaces): void {
  putMeta(index, FACES_KEY, isEmpty(faces) ? '' : JSON.stringify(faces))
}

/** The settings with the fonts that are kept. */
export function withFaces(index: Index, site: Site): Site {
  const stored = getMeta(index, FACES_KEY)
  return stored ? { ...site, faces: parseStored(customFacesSchema, stored) } : site
}

const texts = new WeakMap<Index, string>()

/**
 * Reads the settings from the index, without the redirects, for threads that do not read the content files. They are never
 * read from their text again: that takes as long as its writer wants.
 */
export function readStoredSite(index: Index): void {
  const settings = getMeta(index, SETTINGS_KEY)
  const version = `${getMeta(index, FACES_KEY) ?? ''}\n${settings ?? ''}`
  if (texts.get(index) === version) return
  texts.set(index, version)
  index.site = withFaces(index, settings === null ? readFormer(index) : parseStored(siteSchema, settings))
}

/** An index of an earlier version holds the text alone. */
function readFormer(index: Index): Site {
  return parseSite(getSiteText(index), 'site.yaml').site
}

function isEmpty(faces: CustomFaces): boolean {
  return Object.keys(faces).length === 0
}
