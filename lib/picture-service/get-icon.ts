import { getEnv } from '#lib/config/env.ts'
import type { Index } from '#lib/index/index-state.ts'
import { drawIcon, ICON_VERSION, ICONS, type IconName, toIconLook } from '#lib/pictures/icon/draw-icon.ts'
import { getLogo } from '#lib/pictures/registry/logo.ts'
import { sha256 } from '#lib/text/hash.ts'
import { toHostRules } from './host-rules.ts'
import { getOriginal } from './originals.ts'
import type { PictureFile } from './picture-file.ts'
import { getBytes, getPictureService } from './picture-service.ts'

/**
 * An icon of the paper: its logo, or its initial in its colours. A logo of another site stands in it as soon as it has been fetched;
 * until then the icon is drawn.
 */
export async function getIcon(index: Index, name: IconName): Promise<PictureFile | null> {
  const { dataDir, allowLoopbackPictures } = getEnv()
  const service = getPictureService(index, dataDir)
  const rules = toHostRules(index.site, allowLoopbackPictures)
  const known = await getLogo(index)
  const logo = known === null ? null : await getOriginal(index, service, known, rules)
  const look = toIconLook(index.site)
  const version = JSON.stringify([ICON_VERSION, look, logo === null ? null : known?.hash])
  const file = `icon-${sha256(version).slice(0, 20)}-${name}`
  const bytes = await getBytes(service, file, () => drawIcon(name, look, logo))
  return bytes === null ? null : { type: ICONS[name].type, etag: `"${file}"`, bytes }
}
