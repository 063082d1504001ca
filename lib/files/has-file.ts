import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { decodePath } from '#lib/http/decode-path.ts'
import { getPathPrefix } from '#lib/routes/paths.ts'
import { listForms } from '#lib/text/unicode-forms.ts'
import { listOtherPlaces, listOwnPlaces } from './file-places.ts'
import { isSystemError } from './path-errors.ts'
import { isServed } from './served-files.ts'

const MEDIA = getPathPrefix('media')

/**
 * Whether a file that is served lies where the address `/media/…`, percent-encoded, says; true of any other address, and
 * where there is no content folder to look into.
 */
export function hasFile(contentDir: string, url: string): boolean {
  const [address = ''] = url.split(/[?#]/, 1)
  const below = address.startsWith(MEDIA) ? decodePath(address.slice(MEDIA.length)) : null
  if (below === null) return true
  const isThere = (place: string) =>
    isServed(place) && listForms(place).some((form) => isFile(path.join(contentDir, form)))
  if (listOwnPlaces(below).some(isThere)) return true
  const folders = listFolders(contentDir)
  return folders === null || listOtherPlaces(below, folders).some(isThere)
}

function listFolders(contentDir: string): Set<string> | null {
  try {
    return new Set(readdirSync(contentDir))
  } catch (error) {
    if (isSystemError(error)) return null
    throw error
  }
}

/** A name that cannot be one is no file's. */
function isFile(file: string): boolean {
  return existsSync(file) && statSync(file, { throwIfNoEntry: false })?.isFile() === true
}
