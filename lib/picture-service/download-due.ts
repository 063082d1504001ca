import { getFileUrl } from '#lib/index/file-url.ts'
import type { Index } from '#lib/index/index-state.ts'
import type { PictureWrite } from '#lib/index/write-requests.ts'
import { checkPicture } from '#lib/pictures/derive/check-picture.ts'
import { PictureError } from '#lib/pictures/derive/picture-error.ts'
import { fetchChangedPicture } from '#lib/pictures/fetch/fetch-picture.ts'
import type { HostRules } from '#lib/pictures/fetch/resolve-host.ts'
import { getPictureState, listDuePictures, listFilesNaming } from '#lib/pictures/registry/pictures.ts'
import { toOriginalName } from './originals.ts'
import { keepOnDisk, type PictureService } from './picture-service.ts'

const MAX_DOWNLOADS = 6
const MIN_RETRY_MS = 30_000
const MAX_RETRY_MS = 6 * 60 * 60 * 1_000
const PERMANENT_RETRY_MS = 24 * 60 * 60 * 1_000

/** How long a picture is taken to be the same: the longer, the longer it was. */
const MIN_REVALIDATE_MS = 24 * 60 * 60 * 1_000
const MAX_REVALIDATE_MS = 32 * MIN_REVALIDATE_MS

const UNEXPECTED = new PictureError('something went wrong here; see the log', { lasting: false })

/**
 * Fetches the pictures of other sites that pages wait for and whose time has come; the pages that show them change with
 * their arrival. One that cannot be had is tried again, later each time. One that was had is asked for again now and then
 * and stays as it is until another has come. `busy` are those being fetched already: a slow site holds up its own
 * pictures only.
 */
export async function downloadDue(
  index: Index,
  service: PictureService,
  rules: HostRules,
  busy: Set<string> = new Set(),
): Promise<void> {
  const due = listDuePictures(index, new Date(), MAX_DOWNLOADS + busy.size).filter(
    (source) => !busy.has(source),
  )
  await Promise.all(
    due.slice(0, MAX_DOWNLOADS - busy.size).map(async (source) => {
      busy.add(source)
      await fetchOne(index, service, source, rules).finally(() => busy.delete(source))
    }),
  )
}

async function fetchOne(
  index: Index,
  service: PictureService,
  source: string,
  rules: HostRules,
): Promise<void> {
  const now = new Date()
  if (!listFilesNaming(index, source).some((file) => getFileUrl(index, file, now) !== null)) {
    await put(index, source, { of: 'removed' })
    return
  }
  const held = getPictureState(index, source)
  const isHeld = held !== null && held.known !== null
  try {
    const fetched = await fetchChangedPicture(source, rules, isHeld ? held.stamp : '')
    if (fetched === null) return await keepUnchanged(index, source)
    const { bytes, validator } = fetched
    const checked = await service.derivations.run(() => checkPicture(bytes))
    if (checked.hash === held?.known?.hash) return await keepUnchanged(index, source)
    await keepOnDisk(service, toOriginalName(checked.hash), bytes)
    await put(index, source, { of: 'seen', stamp: validator, checked, due: Date.now() + MIN_REVALIDATE_MS })
  } catch (error) {
    if (!(error instanceof PictureError)) index.log(`${source}: ${String(error)}`)
    if (isHeld) await keepUnchanged(index, source)
    else await backOff(index, source, error instanceof PictureError ? error : UNEXPECTED)
  }
}

/** The pages that show the picture are to be made again when it is another. */
async function put(index: Index, source: string, write: PictureWrite): Promise<void> {
  await index.write({ kind: 'picture', source, write, late: null })
}

/** It is the same, or its site has nothing better to offer: what a story shows does not go with its source. */
function keepUnchanged(index: Index, source: string): Promise<void> {
  const tries = (getPictureState(index, source)?.tries ?? 0) + 1
  return put(index, source, { of: 'kept', due: Date.now() + toRevalidateDelay(tries), tries })
}

/** Doubles from a day to a month. */
export function toRevalidateDelay(tries: number): number {
  return Math.min(MIN_REVALIDATE_MS * 2 ** tries, MAX_REVALIDATE_MS)
}

function backOff(index: Index, source: string, failure: PictureError): Promise<void> {
  const tries = (getPictureState(index, source)?.tries ?? 0) + 1
  const due = Date.now() + toRetryDelay(tries, failure)
  return put(index, source, { of: 'fault', stamp: '', fault: failure.message, due, tries })
}

/** Doubles from half a minute to six hours; what will hardly mend is asked for once a day. */
export function toRetryDelay(tries: number, { lasting }: Pick<PictureError, 'lasting'>): number {
  return lasting ? PERMANENT_RETRY_MS : Math.min(MIN_RETRY_MS * 2 ** (tries - 1), MAX_RETRY_MS)
}
