import { statSync } from 'node:fs'
import { keepTrying } from '#lib/concurrency/keep-trying.ts'
import { getRevision } from '#lib/freshness/revision.ts'
import { getDatabasePath } from '#lib/index/database-path.ts'
import { type Fault, raiseFault } from '#lib/index/faults.ts'
import { getMeta, type Index, putMeta } from '#lib/index/index-state.ts'
import { toMachineFault } from '#lib/index/machine-faults.ts'
import { openIndex } from '../open-index.ts'
import type { FromSync, SyncSettings } from './sync-messages.ts'

/** Opens the index to be written, again and again while the machine does not let it be; null when that was stopped. */
export async function openOwned(
  settings: SyncSettings,
  post: (message: FromSync) => void,
  isStopped: () => boolean,
): Promise<Index | null> {
  const log = (line: string) => post({ kind: 'log', line })
  let index: Index | null = null
  await keepTrying(() => {
    try {
      index = openIndex({ ...settings, log })
      for (const file of settings.skipped) index.skipped.set(file, '')
      return true
    } catch (error) {
      post({ kind: 'state', status: 'starting', faults: [toUnopened(settings.dataDir, error)] })
      return false
    }
  }, isStopped)
  return index
}

/**
 * Opens another file as the index, or makes one, again and again while the machine does not let it be.
 *
 * @param least the revision it has at least: readers know of those before
 */
export function openAgain(
  index: Index,
  open: () => Index['database'],
  least: number,
  isStopped: () => boolean,
): Promise<void> {
  closeQuietly(index)
  return keepTrying(() => {
    try {
      index.database = open()
      index.listIds.clear()
      index.known.revision = null
      putMeta(index, 'revision', String(Math.max(least, getRevision(index))))
      return true
    } catch (error) {
      closeQuietly(index)
      raiseFault(index, ...toUnopened(index.dataDir, error))
      return false
    }
  }, isStopped)
}

/** Another one whenever the index is another file, or was made again. */
export function getFileIdentity(index: Index): string {
  const { dev, ino } = statSync(getDatabasePath(index.dataDir))
  return `${getMeta(index, 'identity')} ${dev}:${ino}`
}

function toUnopened(dataDir: string, error: unknown): [Fault, string] {
  const cause = Error.isError(error) ? (error.cause ?? error) : error
  const message = Error.isError(error) ? error.message : String(error)
  return [toMachineFault(cause, dataDir) ?? 'data-dir', message]
}

/** A damaged index may not even close. */
export function closeQuietly({ database, log }: Index): void {
  try {
    if (database.isOpen) database.close()
  } catch (error) {
    log(`The index could not be closed (${String(error)}).`)
  }
}
