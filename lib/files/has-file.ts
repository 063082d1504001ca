import { existsSync } from 'node:fs'
import path from 'node:path'
import { decodePath } from '#lib/http/decode-path.ts'
import { getPathPrefix } from '#lib/routes/paths.ts'
import { listForms } from '#lib/text/unicode-forms.ts'

const MEDIA = getPathPrefix('media')

/** Whether a file lies where the address `/media/…`, percent-encoded, says; true of any other address. */
export function hasFile(contentDir: string, url: string): boolean {
  const [address = ''] = url.split(/[?#]/, 1)
  const below = address.startsWith(MEDIA) ? decodePath(address.slice(MEDIA.length)) : null
  if (below === null) return true
  return listForms(below).some((name) =>
    [`media/${name}`, name].some((file) => existsSync(path.join(contentDir, file))),
  )
}
