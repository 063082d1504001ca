import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { listOwnPlaces } from '#lib/files/file-places.ts'
import { getPathPrefix } from '#lib/routes/paths.ts'

/** Formats that are no pictures to a browser, or that can carry scripts. */
const OTHER_FORMAT = /\.(?:svgz?|tiff?|bmp|heic|heif|jxl|psd|ai|eps|pdf|raw|ico)$/i

/** Why there is no picture behind `/media/…`: another format, another spelling of its name, or nothing at all. */
export function explainMissing(contentDir: string, source: string): string {
  const extension = OTHER_FORMAT.exec(source)?.[0]
  if (extension !== undefined)
    return `${extension.slice(1).toUpperCase()} pictures are not shown; save it as PNG or JPEG`
  const other = findOtherCase(contentDir, decodeURI(source))
  return other === null ? 'there is no such picture' : `there is no such picture, but one called ${other}`
}

/** A Mac or Windows finds `Quay.JPG` by `quay.jpg`; a server does not. */
function findOtherCase(contentDir: string, source: string): string | null {
  const below = source.slice(getPathPrefix('media').length)
  if (below.split('/').includes('..')) return null
  for (const place of listOwnPlaces(below)) {
    const folder = path.join(contentDir, path.posix.dirname(place))
    const wanted = toFoldedName(path.posix.basename(place))
    const other = existsSync(folder)
      ? readdirSync(folder).find((name) => toFoldedName(name) === wanted && !place.endsWith(`/${name}`))
      : undefined
    if (other !== undefined) return other
  }
  return null
}

function toFoldedName(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
