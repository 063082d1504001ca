import { sha256 } from '#lib/format/hash.ts'
import { readPictureFile } from '#lib/index/describe-pictures.ts'
import type { Index } from '#lib/index/index-state.ts'
import type { KnownPicture } from '#lib/index/pictures.ts'
import { fetchPicture } from '#lib/media/fetch-picture.ts'
import { PictureFault } from '#lib/media/picture-fault.ts'
import type { HostRules } from '#lib/media/resolve-host.ts'
import { keepOnDisk, type PictureDesk } from './desk.ts'

/** What a fetched original is called on disk. */
export function toOriginalName(hash: string): string {
  return `original-${hash}`
}

/**
 * The bytes a picture was described by. Null when they are no longer to be had: its file changed, or the original made
 * room for others on disk and its site answers differently now.
 */
export async function getOriginal(
  index: Index,
  desk: PictureDesk,
  picture: Pick<KnownPicture, 'source' | 'hash'>,
  rules: HostRules,
): Promise<Uint8Array | null> {
  try {
    const bytes = await readOriginal(index, desk, picture, rules)
    return bytes !== null && sha256(bytes) === picture.hash ? bytes : null
  } catch (error) {
    if (error instanceof PictureFault) return null
    throw error
  }
}

async function readOriginal(
  index: Index,
  desk: PictureDesk,
  { source, hash }: Pick<KnownPicture, 'source' | 'hash'>,
  rules: HostRules,
): Promise<Uint8Array | null> {
  if (source.startsWith('/')) return readPictureFile(index, source)
  const held = await desk.disk.get(toOriginalName(hash))
  if (held !== null) return held
  const { bytes } = await fetchPicture(source, rules)
  if (sha256(bytes) === hash) await keepOnDisk(desk, toOriginalName(hash), bytes)
  return bytes
}
