import { getFileUrl } from '#lib/index/file-url.ts'
import type { Index } from '#lib/index/index-state.ts'
import { getPictureState, listDuePictures, listFilesNaming } from '#lib/index/pictures.ts'
import type { PictureWrite } from '#lib/index/writes.ts'
import { checkPicture } from '#lib/media/check-picture.ts'
import { fetchChangedPicture } from '#lib/media/fetch-picture.ts'
import { PictureFault } from '#lib/media/picture-fault.ts'
import type { HostRules } from '#lib/media/resolve-host.ts'
import { keepOnDisk, type PictureDesk } from './desk.ts'
import { toOriginalName } from './originals.ts'

const AT_ONCE = 6
const FIRST_RETRY_MS = 30_000
const LONGEST_RETRY_MS = 6 * 60 * 60 * 1_000
const LASTING_RETRY_MS = 24 * 60 * 60 * 1_000

/** How long a picture is taken to be the same: the longer, the longer it was. */
const FIRST_LOOK_MS = 24 * 60 * 60 * 1_000
const LONGEST_LOOK_MS = 32 * FIRST_LOOK_MS

const UNFORESEEN = new PictureFault('something went wrong here; see the log', { lasting: false })

/**
 * Fetches the pictures of other sites that pages wait for and whose time has come; the pages that show them change with
 * their arrival. One that cannot be had is tried again, later each time. One that was had is asked for again now and then
 * and stays as it is until another has come. `busy` are those being fetched already: a slow site holds up its own
 * pictures only.
 */
export async function fetchWanted(
  index: Index,
  desk: PictureDesk,
  rules: HostRules,
  busy: Set<string> = new Set(),
): Promise<void> {
  const due = listDuePictures(index, new Date(), AT_ONCE + busy.size).filter((source) => !busy.has(source))
  await Promise.all(
    due.slice(0, AT_ONCE - busy.size).map(async (source) => {
      busy.add(source)
      await fetchOne(index, desk, source, rules).finally(() => busy.delete(source))
    }),
  )
}

async function fetchOne(index: Index, desk: PictureDesk, source: string, rules: HostRules): Promise<void> {
  const now = new Date()
  if (!listFilesNaming(index, source).some((file) => getFileUrl(index, file, now) !== null)) {
    await put(index, source, { of: 'removed' })
    return
  }
  const held = getPictureState(index, source)
  const isHeld = held !== null && held.known !== null
  try {
    const fetched = await fetchChangedPicture(source, rules, isHeld ? held.stamp : '')
    if (fetched === null) return await keepAsItIs(index, source)
    const { bytes, validator } = fetched
    const checked = await desk.derivations.run(() => checkPicture(bytes))
    if (checked.hash === held?.known?.hash) return await keepAsItIs(index, source)
    await keepOnDisk(desk, toOriginalName(checked.hash), bytes)
    await put(index, source, { of: 'seen', stamp: validator, checked, due: Date.now() + FIRST_LOOK_MS })
  } catch (error) {
    if (!(error instanceof PictureFault)) index.log(`${source}: ${String(error)}`)
    if (isHeld) await keepAsItIs(index, source)
    else await postpone(index, source, error instanceof PictureFault ? error : UNFORESEEN)
  }
}

/** The pages that show the picture are to be made again when it is another. */
async function put(index: Index, source: string, write: PictureWrite): Promise<void> {
  await index.write({ kind: 'picture', source, write, late: null })
}

/** It is the same, or its site has nothing better to offer: what a story shows does not go with its source. */
function keepAsItIs(index: Index, source: string): Promise<void> {
  const tries = (getPictureState(index, source)?.tries ?? 0) + 1
  return put(index, source, { of: 'kept', due: Date.now() + toLookDelay(tries), tries })
}

/** Doubles from a day to a month. */
export function toLookDelay(tries: number): number {
  return Math.min(FIRST_LOOK_MS * 2 ** tries, LONGEST_LOOK_MS)
}

function postpone(index: Index, source: string, fault: PictureFault): Promise<void> {
  const tries = (getPictureState(index, source)?.tries ?? 0) + 1
  const due = Date.now() + toDelay(tries, fault)
  return put(index, source, { of: 'fault', stamp: '', fault: fault.message, due, tries })
}

/** Doubles from half a minute to six hours; what will hardly mend is asked for once a day. */
export function toDelay(tries: number, { lasting }: Pick<PictureFault, 'lasting'>): number {
  return lasting ? LASTING_RETRY_MS : Math.min(FIRST_RETRY_MS * 2 ** (tries - 1), LONGEST_RETRY_MS)
}
