import { renameSync, rmSync } from 'node:fs'
import { openDatabase } from '#lib/index/database.ts'
import { getDatabasePath } from '#lib/index/database-path.ts'
import type { Index } from '#lib/index/index-state.ts'
import { toMachineFault } from '#lib/index/machine-faults.ts'
import { applyChanges } from '#lib/replication/apply-changes.ts'
import { getLastPosition, listChanges } from '#lib/replication/history.ts'
import type { Link } from '#lib/replication/link.ts'
import { getPosition } from '#lib/replication/position.ts'
import { requestSnapshot } from '#lib/replication/requests.ts'
import { fetchSnapshot } from '#lib/replication/snapshots.ts'
import { closeQuietly } from '../open-owned.ts'

/** An index that follows the shared history. */
export type Replica = {
  readonly index: Index
  /** Told when the index is another file. */
  onReplaced: () => void
}

/**
 * Brings an index up with the shared history, by the changes that it lacks or, where it is too far behind, by a copy of the
 * whole.
 *
 * @returns false while there is no history
 */
export async function catchUp(replica: Replica, link: Pick<Link, 'sql' | 'openCopy'>): Promise<boolean> {
  const last = await getLastPosition(link.sql)
  if (last === null) return false
  const own = getPosition(replica.index)
  if (own?.lineage !== last.lineage || own.number > last.number) await fetchAgain(replica, link)
  while (await takeChanges(replica, link, last.number));
  return true
}

/** False when there are no more. */
async function takeChanges(
  replica: Replica,
  link: Pick<Link, 'sql' | 'openCopy'>,
  last: number,
): Promise<boolean> {
  const { index } = replica
  const position = getPosition(index)
  if (position === null) throw new Error('the copy of the index has no position')
  const changes = await listChanges(link.sql, position.number)
  const [first] = changes
  if (first === undefined && position.number >= last) return false
  if (first?.number !== position.number + 1) {
    await fetchAgain(replica, link)
    return true
  }
  try {
    applyChanges(index, position.lineage, changes)
  } catch (error) {
    const fault = toMachineFault(error, index.dataDir)
    if (fault === 'disk-full' || fault === 'data-dir') throw error
    await requestSnapshot(link.sql)
    await fetchAgain(replica, link)
    throw error
  }
  return true
}

async function fetchAgain({ index, onReplaced }: Replica, link: Pick<Link, 'openCopy'>): Promise<void> {
  const file = getDatabasePath(index.dataDir)
  const part = `${file}.part`
  await fetchSnapshot(link, part)
  closeQuietly(index)
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
  renameSync(part, file)
  index.database = openDatabase(index.dataDir, index.log)
  index.listIds.clear()
  index.known.revision = null
  onReplaced()
}
