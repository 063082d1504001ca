import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Limiter } from '#lib/concurrency/limiter.ts'
import type { Post } from '#lib/content/post.ts'
import { isSystemError, isUnreadable } from '#lib/files/path-errors.ts'
import { readWholeFile } from '#lib/files/read-file.ts'
import { isContentMissing } from '#lib/index/content-there.ts'
import type { Index } from '#lib/index/index-state.ts'
import { getPathPrefix } from '#lib/routes/paths.ts'
import { type CheckedPicture, checkPicture } from '../derive/check-picture.ts'
import type { FocalPoint } from '../derive/crops.ts'
import { PictureError, rejectPicture } from '../derive/picture-error.ts'
import { formatFocus, toPictureKey } from '../derive/picture-key.ts'
import { getMediaFile } from '../files/media-file.ts'
import { explainMissing } from './missing-picture.ts'
import { toPictureSource } from './picture-uses.ts'
import { getPictureState, isPictureKeyOf } from './pictures.ts'

/** A picture as content names it: its address here, and the point it is cut around. */
export type NamedPicture = { source: string; focus: FocalPoint | null }

const checks = new Limiter(2)

/** So long a page waits for what is known of its pictures; the rest comes with its next rendering. */
const TIMEOUT_MS = 2_000

/**
 * Makes sure that what can be known of these pictures is known before a page is made of them. Files are read when they
 * changed; pictures of other sites are only put down to be fetched: nothing here waits for the network.
 */
export async function describePictures(index: Index, pictures: readonly NamedPicture[]): Promise<void> {
  await Promise.all(
    pictures.map(async ({ source, focus }) => {
      if (source.startsWith('/')) await describeFile(index, source)
      else await requestPicture(index, source, Date.now())
      await keepKey(index, source, focus)
    }),
  )
}

/** Stories as they came, once their own pictures are described. */
export async function withPictures<Named extends Pick<Post, 'image' | 'sourceFile'>>(
  index: Index,
  named: Named[],
): Promise<Named[]> {
  const pictures = named.flatMap(({ image, sourceFile }) => {
    const source = image === null ? null : toPictureSource(image.src, sourceFile)
    return image === null || source === null ? [] : [{ source, focus: image.focalPoint }]
  })
  await describePictures(index, pictures)
  return named
}

/** Puts a picture of another site down to be fetched at `due`, or sooner where that was said before. */
export async function requestPicture(index: Index, source: string, due: number): Promise<void> {
  const state = getPictureState(index, source)
  const isAsked = state !== null && (state.known !== null || state.fault !== null || state.due <= due)
  if (!isAsked) await index.write({ kind: 'picture', source, write: { of: 'wanted', due }, late: null })
}

/** Registers the derived URLs that a page prints, so that requests for them can be answered. */
async function keepKey(index: Index, source: string, focus: FocalPoint | null): Promise<void> {
  const hash = getPictureState(index, source)?.known?.hash
  if (hash === undefined) return
  const key = toPictureKey(hash, focus)
  if (isPictureKeyOf(index, key, source)) return
  await index.write({ kind: 'picture-key', key, source, hash, focus: formatFocus(focus) })
}

/**
 * Looks at a file of the content folder again, if it is another than the one last seen. What is known of it stays while
 * nothing can be said of it: its disk may not be mounted, or may be failing.
 */
export async function describeFile(index: Index, source: string): Promise<void> {
  if (index.isFollower) return askForFile(index, source)
  const stamp = await unlessUnknown(() => getStamp(index, source))
  if (stamp === null || getPictureState(index, source)?.stamp === stamp) return
  if (stamp === NO_STAMP && (await isContentMissing(index))) return
  await checks.run(async () => {
    if (getPictureState(index, source)?.stamp === stamp) return
    const checked = await unlessUnknown(() => checkFile(index, source))
    if (checked === null) return
    const write =
      typeof checked === 'string'
        ? ({ of: 'fault', stamp, fault: checked, due: null, tries: 0 } as const)
        : ({ of: 'seen', stamp, checked, due: null } as const)
    await index.write({ kind: 'picture', source, write, late: Date.now() + TIMEOUT_MS })
  })
}

/** Who reads the files looks at their pictures too: the times of a file may be others on each machine. */
async function askForFile(index: Index, source: string): Promise<void> {
  if (getPictureState(index, source) === null) await index.write({ kind: 'look', source })
}

/** Null when the system could not say. */
async function unlessUnknown<Known>(look: () => Promise<Known>): Promise<Known | null> {
  try {
    return await look()
  } catch (error) {
    if (isSystemError(error)) return null
    throw error
  }
}

/** Where there is no such file. */
const NO_STAMP = 'none'

async function getStamp(index: Index, source: string): Promise<string> {
  const media = await getMediaFile(index.contentDir, toSegments(source))
  if (media === null) return NO_STAMP
  const { size, mtimeNs, ctimeNs } = await stat(media.file, { bigint: true })
  return `${size}:${mtimeNs}:${ctimeNs}`
}

async function checkFile(index: Index, source: string): Promise<CheckedPicture | string> {
  try {
    const bytes = await readPictureFile(index, source)
    return bytes === null ? explainMissing(index.contentDir, source) : await checkPicture(bytes)
  } catch (error) {
    if (error instanceof PictureError) return error.message
    throw error
  }
}

/** Read whole, into memory. */
const MAX_FILE_BYTES = 100_000_000

/**
 * The bytes behind `/media/…`; null when there are none that may be shown.
 *
 * @throws {PictureError} when they may not be read, or are too many
 * @throws {Error} the system's, when it cannot read them now
 */
export async function readPictureFile(
  index: Pick<Index, 'contentDir'>,
  source: string,
): Promise<Uint8Array | null> {
  const media = await getMediaFile(index.contentDir, toSegments(source))
  if (media === null) return null
  if (media.size > MAX_FILE_BYTES) throw rejectPicture(`it is larger than ${MAX_FILE_BYTES / 1_000_000} MB`)
  try {
    return await readWholeFile(media.file)
  } catch (error) {
    if (isUnreadable(error)) throw rejectPicture(`it cannot be read (${String(error)})`)
    throw error
  }
}

function toSegments(source: string): string[] {
  const file = path.posix.relative(getPathPrefix('media'), source)
  return file.split('/').map(decodeURIComponent)
}
