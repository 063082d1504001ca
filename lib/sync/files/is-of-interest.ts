import { isPassedOver } from '#lib/content/content-kind.ts'
import { findMediaType } from '#lib/http/media-types.ts'
import { isPictureFile } from '#lib/pictures/registry/picture-changes.ts'

/** A content file, a picture, a font, or a folder that may hold some: editors' own files and the rest are none of ours. */
export function isOfInterest(file: string): boolean {
  if (isPassedOver(file)) return false
  return (
    isPictureFile(file) ||
    findMediaType(file)?.kind === 'font' ||
    file === 'site.yaml' ||
    !/\.\w+$/.test(file) ||
    /^(?:posts|pages|authors|root)\//.test(file)
  )
}
