import type { Index } from '#lib/index/index-state.ts'
import type { AheadFile } from './prepare/prepare-ahead.ts'
import { prepareFile } from './prepare/prepare-file.ts'
import type { Batch } from './reconcile.ts'
import { renameFile, writeFile } from './write/write-file.ts'

/**
 * Writes one file that is not what the index holds of it, in the caller's transaction.
 *
 * @param file `ready` is the file as another thread prepared it; without, it is read and parsed here
 * @param movable files that are gone, by their hashes
 */
export function syncFile(
  { index, faults }: { index: Index; faults: Map<string, string> },
  batch: Batch,
  { ready, ...found }: AheadFile,
  movable: Map<string, string>,
): void {
  const { path: file, stamp } = found
  if (isSkipped(index, file, stamp)) return void faults.set(file, TOO_LONG)
  index.onProgress(file)
  const known = getHash(index, file)
  const prepared = ready ?? prepareFile(index, found, known)
  if ('fault' in prepared) {
    // Tried again at the next sync: its stamp is not kept.
    if (prepared.fault !== null) faults.set(file, prepared.fault)
    return
  }
  if (prepared.content === null) {
    index.prepare('UPDATE file SET stamp = ? WHERE path = ?').run(stamp, file)
    return
  }
  const former = movable.get(prepared.fingerprint)
  if (known === null && former !== undefined) renameFile(index, former, file)
  writeFile(index, batch, prepared, known === null && former === undefined)
}

const TOO_LONG = 'it took too long'

/** Whether reading the file ended a thread, and it is the same file still. */
export function isSkipped({ skipped }: Index, file: string, stamp: string): boolean {
  const known = skipped.get(file)
  if (known === undefined) return false
  skipped.set(file, stamp)
  if (known === '' || known === stamp) return true
  skipped.delete(file)
  return false
}

/** The fingerprint of what the index holds of a file. */
export function getHash(index: Index, file: string): string | null {
  const hash = index.prepare('SELECT hash FROM file WHERE path = ?').get(file)?.hash
  return hash === undefined ? null : String(hash)
}
