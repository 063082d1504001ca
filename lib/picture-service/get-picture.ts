import { getEnv } from '#lib/config/env.ts'
import { memoizeByRevision } from '#lib/freshness/memoize-by-revision.ts'
import { getMediaType } from '#lib/http/media-types.ts'
import type { Index } from '#lib/index/index-state.ts'
import { derivePicture } from '#lib/pictures/derive/derive-picture.ts'
import { type Format, type Output, parseOutputName } from '#lib/pictures/derive/outputs.ts'
import { type PictureAddress, parseFocus, parsePicturePath } from '#lib/pictures/derive/picture-key.ts'
import { type FoundPicture, findPicture } from '#lib/pictures/registry/pictures.ts'
import { getCard } from './get-card.ts'
import { toHostRules } from './host-rules.ts'
import { getOriginal } from './originals.ts'
import type { PictureFile } from './picture-file.ts'
import { getContentBytes, getPictureService } from './picture-service.ts'
import { rediscoverPicture } from './rediscover-pictures.ts'

/** Which picture a path leads to, and what its bytes are called. */
type PictureLocation = { key: string; name: string; format: Format }

/** Places the public may see, by path: whatever could take one of them away begins a new list. */
const getVisibleLocations = memoizeByRevision(() => new Map<string, PictureLocation>())

/** The picture at a path of ours whose bytes lie in memory. Null where `getPicture` has to look for it. */
export function getCachedPicture(index: Index, dataDir: string, path: string, now: Date): PictureFile | null {
  const seen = getVisibleLocations(index, now)
  const known = seen.get(path)
  const location = known ?? toPictureLocation(path)
  const bytes = location === null ? undefined : getPictureService(index, dataDir).hot.get(location.name)
  if (location === null || bytes === undefined) return null
  if (known === undefined) {
    if (findPicture(index, location.key, now) === null) return null
    seen.set(path, location)
  }
  return toPictureFile(location.name, location.format, bytes)
}

function toPictureLocation(path: string): PictureLocation | null {
  const parsed = parsePicturePath(path)
  return parsed === null ? null : { ...parsed, name: toFileName(parsed) }
}

/**
 * The picture at a path of ours, made now if it must be. Null for every path that no page the public may see at `now`
 * would print.
 */
export async function getPicture(index: Index, path: string, now: Date): Promise<PictureFile | null> {
  const parsed = parsePicturePath(path)
  if (parsed === null) return getCard(index, path, now)
  const { dataDir, allowLoopbackPictures } = getEnv()
  const service = getPictureService(index, dataDir)
  const found =
    findPicture(index, parsed.key, now) ?? (await rediscoverPicture(index, service.recall, parsed.key, now))
  const output = found === null ? null : parseOutputName(parsed.name, found.known)
  if (found === null || output === null) return null
  const name = toFileName(parsed)
  const bytes = await getContentBytes(index, service, name, async () => {
    const original = await getOriginal(
      index,
      service,
      found.known,
      toHostRules(index.site, allowLoopbackPictures),
    )
    return original === null ? null : derive(original, found, output)
  })
  return bytes === null ? null : toPictureFile(name, output.format, bytes)
}

/** What an output is called on disk, and in memory. */
function toFileName({ key, name }: Pick<PictureAddress, 'key' | 'name'>): string {
  return `${key}-${name}`
}

function toPictureFile(name: string, format: Format, bytes: Uint8Array): PictureFile {
  return { type: getMediaType(format), etag: `"${name}"`, bytes }
}

function derive(original: Uint8Array, { known, focus }: FoundPicture, output: Output): Promise<Uint8Array> {
  return derivePicture(original, known, output, parseFocus(focus))
}
