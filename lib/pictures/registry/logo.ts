import type { Index } from '#lib/index/index-state.ts'
import { describePictures } from './describe-pictures.ts'
import { putOwnPicture, toPictureSource } from './picture-uses.ts'
import { getPictureState, type KnownPicture } from './pictures.ts'

/** Where site.yaml is, as far as addresses in it are concerned. */
const SITE_FILE = 'site.yaml'

/** Notes which picture the logo is: icons are made again when it is another. */
export function putLogo(index: Index): void {
  const { logo } = index.site
  putOwnPicture(index, { image: logo === undefined ? null : { src: logo }, sourceFile: SITE_FILE })
}

/** The paper's logo, once its bytes are known; null while they are not, and where there is none. */
export async function getLogo(index: Index): Promise<KnownPicture | null> {
  const { logo } = index.site
  const source = logo === undefined ? null : toPictureSource(logo, SITE_FILE)
  if (source === null) return null
  await describePictures(index, [{ source, focus: null }])
  return getPictureState(index, source)?.known ?? null
}
