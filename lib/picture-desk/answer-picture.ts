import { getEnv } from '#lib/config/env.ts'
import type { Index } from '#lib/index/index-state.ts'
import { type FoundPicture, findPicture } from '#lib/index/pictures.ts'
import { createMemory } from '#lib/index/remember.ts'
import { derivePicture } from '#lib/media/derive-picture.ts'
import { type Format, MEDIA_TYPES, type Output, parseOutputName } from '#lib/media/outputs.ts'
import { type PictureAddress, parseFocus, parsePicturePath } from '#lib/media/picture-key.ts'
import { answerCard } from './answer-card.ts'
import { getBytes, getPictureDesk } from './desk.ts'
import { toHostRules } from './host-rules.ts'
import { getOriginal } from './originals.ts'
import { recallPicture } from './recall-pictures.ts'

/** A picture's bytes. They never change at this address. */
export type PictureAnswer = { type: string; etag: string; bytes: Uint8Array }

/** Which picture a path leads to, and what its bytes are called. */
type Place = { key: string; name: string; format: Format }

/** Places the public may see, by path: whatever could take one of them away begins a new list. */
const getSeenPlaces = createMemory(() => new Map<string, Place>())

/** The picture at a path of ours whose bytes lie in memory. Null where `answerPicture` has to look for it. */
export function getHeldPicture(index: Index, dataDir: string, path: string, now: Date): PictureAnswer | null {
  const seen = getSeenPlaces(index, now)
  const known = seen.get(path)
  const place = known ?? toPlace(path)
  const bytes = place === null ? undefined : getPictureDesk(index, dataDir).hot.get(place.name)
  if (place === null || bytes === undefined) return null
  if (known === undefined) {
    if (findPicture(index, place.key, now) === null) return null
    seen.set(path, place)
  }
  return toAnswer(place.name, place.format, bytes)
}

function toPlace(path: string): Place | null {
  const parsed = parsePicturePath(path)
  return parsed === null ? null : { ...parsed, name: toFileName(parsed) }
}

/**
 * The picture at a path of ours, made now if it must be. Null for every path that no page the public may see at `now`
 * would print.
 */
export async function answerPicture(index: Index, path: string, now: Date): Promise<PictureAnswer | null> {
  const parsed = parsePicturePath(path)
  if (parsed === null) return answerCard(index, path, now)
  const { dataDir, allowLoopbackPictures } = getEnv()
  const desk = getPictureDesk(index, dataDir)
  const found =
    findPicture(index, parsed.key, now) ?? (await recallPicture(index, desk.recall, parsed.key, now))
  const output = found === null ? null : parseOutputName(parsed.name, found.known)
  if (found === null || output === null) return null
  const name = toFileName(parsed)
  const bytes = await getBytes(desk, name, async () => {
    const original = await getOriginal(
      index,
      desk,
      found.known,
      toHostRules(index.site, allowLoopbackPictures),
    )
    return original === null ? null : derive(original, found, output)
  })
  return bytes === null ? null : toAnswer(name, output.format, bytes)
}

/** What an output is called on disk, and in memory. */
function toFileName({ key, name }: Pick<PictureAddress, 'key' | 'name'>): string {
  return `${key}-${name}`
}

function toAnswer(name: string, format: Format, bytes: Uint8Array): PictureAnswer {
  return { type: MEDIA_TYPES[format], etag: `"${name}"`, bytes }
}

function derive(original: Uint8Array, { known, focus }: FoundPicture, output: Output): Promise<Uint8Array> {
  return derivePicture(original, known, output, parseFocus(focus))
}
