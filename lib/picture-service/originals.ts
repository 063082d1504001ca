import { isSystemError } from '#lib/files/path-errors.ts'
import type { Index } from '#lib/index/index-state.ts'
import { PictureError } from '#lib/pictures/derive/picture-error.ts'
import { fetchPicture } from '#lib/pictures/fetch/fetch-picture.ts'
import type { HostRules } from '#lib/pictures/fetch/resolve-host.ts'
import { readPictureFile } from '#lib/pictures/registry/describe-pictures.ts'
import type { KnownPicture } from '#lib/pictures/registry/pictures.ts'
import { sha256 } from '#lib/text/hash.ts'
import { keepOnDisk, type PictureService } from './picture-service.ts'

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
  service: PictureService,
  picture: Pick<KnownPicture, 'source' | 'hash'>,
  rules: HostRules,
): Promise<Uint8Array | null> {
  try {
    const bytes = await readOriginal(index, service, picture, rules)
    return bytes !== null && sha256(bytes) === picture.hash ? bytes : null
  } catch (error) {
    if (error instanceof PictureError || isSystemError(error)) return null
    throw error
  }
}

async function readOriginal(
  index: Index,
  service: PictureService,
  { source, hash }: Pick<KnownPicture, 'source' | 'hash'>,
  rules: HostRules,
): Promise<Uint8Array | null> {
  if (source.startsWith('/')) return readPictureFile(index, source)
  const held = await service.disk.get(toOriginalName(hash))
  if (held !== null) return held
  const { bytes } = await fetchPicture(source, rules)
  if (sha256(bytes) === hash) await keepOnDisk(service, toOriginalName(hash), bytes)
  return bytes
}
