import { type CustomFaces, customFacesSchema } from '#lib/config/custom-faces.ts'
import { parseSite } from '#lib/config/parse/parse-site.ts'
import type { Site } from '#lib/config/site.ts'
import { parseJson } from '#lib/text/json.ts'
import { getMeta, type Index, putMeta } from './index-state.ts'

const KEY = 'site-text'
const FACES_KEY = 'faces'

/** The text of site.yaml as it was last read; null when there was none. */
export function getSiteText(index: Index): string | null {
  return getMeta(index, KEY) || null
}

export function putSiteText(index: Index, text: string | null): void {
  putMeta(index, KEY, text ?? '')
}

/** Keeps the fonts of site.yaml that can be used. */
export function putFaces(index: Index, faces: CustomFaces): void {
  putMeta(index, FACES_KEY, isEmpty(faces) ? '' : JSON.stringify(faces))
}

/** The settings with the fonts that are kept. */
export function withFaces(index: Index, site: Site): Site {
  const stored = getMeta(index, FACES_KEY)
  return stored ? { ...site, faces: parseJson(customFacesSchema, stored) } : site
}

const texts = new WeakMap<Index, string>()

/** Reads the settings from the index, for threads that do not read the content files. */
export function readStoredSite(index: Index): void {
  const text = getSiteText(index)
  const version = `${getMeta(index, FACES_KEY) ?? ''}\n${text ?? ''}`
  if (texts.get(index) === version) return
  texts.set(index, version)
  index.site = withFaces(index, parseSite(text, 'site.yaml').site)
}

function isEmpty(faces: CustomFaces): boolean {
  return Object.keys(faces).length === 0
}
