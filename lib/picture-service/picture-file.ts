import { isContentMissing } from '#lib/index/content-there.ts'
import type { Index } from '#lib/index/index-state.ts'

/** A picture's bytes. They never change at this address. */
export type PictureFile = { type: string; etag: string; bytes: Uint8Array }

/** `unavailable` while the folder that its bytes lie in cannot be seen; null when there is no such picture. */
export type PictureAnswer = PictureFile | 'unavailable' | null

/** What was found, or why nothing was. */
export async function toPictureAnswer(index: Index, found: PictureFile | null): Promise<PictureAnswer> {
  return found === null && (await isContentMissing(index)) ? 'unavailable' : found
}
