import { constants } from 'node:sqlite'
import { type Index, transact } from '#lib/index/index-state.ts'
import type { Change } from './history.ts'
import { putPosition } from './position.ts'

/**
 * Brings an index up by changes that follow its position.
 *
 * @throws {Error} when they do not fit: nothing is changed then
 */
export function applyChanges(index: Index, lineage: string, changes: readonly Change[]): void {
  // Tables that FTS5 keeps for itself are written as the rows they are.
  index.database.enableDefensive(false)
  try {
    transact(index, () => {
      for (const { number, data } of changes) {
        const isApplied = index.database.applyChangeset(data, {
          onConflict: () => constants.SQLITE_CHANGESET_ABORT,
        })
        if (!isApplied) throw new Error(`change ${number} does not fit the index`)
        putPosition(index, { lineage, number })
      }
    })
  } finally {
    index.database.enableDefensive(true)
  }
}
