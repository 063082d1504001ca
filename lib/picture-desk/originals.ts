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
  { source, hash }: Pick<KnownPicture, 'source' | 'hash'>,
  rules: HostRules,
): Promise<Uint8Array | null> {
  const bytes = source.startsWith('/')
    ? await readPictureFile(index, source)
    : ((await desk.disk.get(toOriginalName(hash))) ?? (await fetchAgain(desk, source, hash, rules)))
  return bytes !== null && sha256(bytes) === hash ? bytes : null
}

async function fetchAgain(
  desk: PictureDesk,
  source: string,
  hash: string,
  rules: HostRules,
): Promise<Uint8Array | null> {
  try {
    const { bytes } = await fetchPicture(source, rules)
    if (sha256(bytes) === hash) await keepOnDisk(desk, toOriginalName(hash), bytes)
    return bytes
  } catch (error) {
    if (error instanceof PictureFault) return null
    throw error
  }
}
