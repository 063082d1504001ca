import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

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
  const below = /^\/media\/(?:posts|pages|authors)\//.test(source)
    ? source.slice('/media/'.length)
    : source.slice(1)
  const folder = path.join(contentDir, path.posix.dirname(below))
  if (below.split('/').includes('..') || !existsSync(folder)) return null
  const wanted = path.posix.basename(below).normalize('NFC').toLowerCase()
  return readdirSync(folder).find((name) => name.normalize('NFC').toLowerCase() === wanted) ?? null
}
