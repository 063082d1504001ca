import { setTimeout as wait } from 'node:timers/promises'
import { getStoredRevision } from '#lib/freshness/revision.ts'
import { getMeta, type Index } from '#lib/index/index-state.ts'
import {
  describePictures,
  type NamedPicture,
  requestPicture,
} from '#lib/pictures/registry/describe-pictures.ts'
import { type FoundPicture, findPicture, getPictureState } from '#lib/pictures/registry/pictures.ts'
import { listNamedPictures } from '#lib/queries/named-pictures.ts'

/** Whether a search for forgotten addresses is under way, who waits for it, and when (`performance.now`) another may start. */
export type Rediscovery = { isUnderWay: boolean; waiting: number; next: number }

/** In the index: the revision up to which every named picture is known. */
const REDISCOVERED = 'recalled'

const BETWEEN_SEARCHES_MS = 1_000
const AFTER_FAILURE_MS = 60_000
const TIMEOUT_MS = 3_000
const POLL_MS = 100
const MAX_WAITING = 100

/** Other sites are asked for so many of our pictures, and no faster: none of these is on a page somebody waits for. */
const BETWEEN_FETCHES_MS = 200

export function createRediscovery(): Rediscovery {
  return { isUnderWay: false, waiting: 0, next: 0 }
}

/**
 * The picture at an address nothing is known of, as after DATA_DIR was deleted, or where another instance printed the
 * page. An address holds no word of its source, so what content names is gone through until it turns up. Whoever makes
 * addresses up starts no more than one search for each change of the content, and waits a few seconds for nothing.
 */
export async function rediscoverPicture(
  index: Index,
  rediscovery: Rediscovery,
  key: string,
  now: Date,
): Promise<FoundPicture | null> {
  if (!rediscovery.isUnderWay && !startSearch(index, rediscovery, now)) return null
  if (rediscovery.waiting >= MAX_WAITING) return null
  rediscovery.waiting += 1
  const deadline = performance.now() + TIMEOUT_MS
  let found: FoundPicture | null = null
  while (found === null && rediscovery.isUnderWay && performance.now() < deadline) {
    await wait(POLL_MS)
    found = findPicture(index, key, now)
  }
  rediscovery.waiting -= 1
  return found
}

function startSearch(index: Index, rediscovery: Rediscovery, now: Date): boolean {
  const revision = getStoredRevision(index)
  const rediscovered = getMeta(index, REDISCOVERED)
  const since = rediscovered === null ? null : Number(rediscovered)
  if (performance.now() < rediscovery.next || since === revision) return false
  rediscovery.isUnderWay = true
  search(index, since, now)
    .then(async (isWhole) => {
      if (isWhole) await index.write({ kind: 'meta', key: REDISCOVERED, value: String(revision) })
      rediscovery.next = performance.now() + BETWEEN_SEARCHES_MS
    })
    .catch((error: unknown) => {
      if (index.database.isOpen) index.log(`Pictures cannot be looked for: ${String(error)}`)
      rediscovery.next = performance.now() + AFTER_FAILURE_MS
    })
    .finally(() => {
      rediscovery.isUnderWay = false
    })
  return true
}

/** Rests after each piece of work as long as that took: pages come first. False when the index was closed meanwhile. */
async function search(index: Index, since: number | null, now: Date): Promise<boolean> {
  let fetched = Date.now()
  let started = performance.now()
  const rest = async () => {
    await wait(Math.max(1, performance.now() - started), undefined, { ref: false })
    started = performance.now()
    return index.database.isOpen
  }
  for await (const pictures of listNamedPictures(index, since, now)) {
    for (const picture of pictures) {
      if (isAwaited(index, picture)) {
        await requestPicture(index, picture.source, fetched)
        fetched += BETWEEN_FETCHES_MS
      } else await describePictures(index, [picture])
      if (!(await rest())) return false
    }
    if (!(await rest())) return false
  }
  return true
}

/** Whether a picture of another site is still to come. */
function isAwaited(index: Index, { source }: NamedPicture): boolean {
  return !source.startsWith('/') && (getPictureState(index, source)?.known ?? null) === null
}
