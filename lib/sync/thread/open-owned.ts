import { keepTrying } from '#lib/concurrency/keep-trying.ts'
import type { Fault } from '#lib/index/faults.ts'
import type { Index } from '#lib/index/index-state.ts'
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
      reportUnopened(settings.dataDir, error, post)
      return false
    }
  }, isStopped)
  return index
}

function reportUnopened(dataDir: string, error: unknown, post: (message: FromSync) => void): void {
  const cause = Error.isError(error) ? (error.cause ?? error) : error
  const fault: Fault = toMachineFault(cause, dataDir) ?? 'data-dir'
  const message = Error.isError(error) ? error.message : String(error)
  post({ kind: 'state', status: 'starting', faults: [[fault, message]] })
}

/** A damaged index may not even close. */
export function closeQuietly({ database, log }: Index): void {
  try {
    if (database.isOpen) database.close()
  } catch (error) {
    log(`The index could not be closed (${String(error)}).`)
  }
}
