import { type BigIntStats, rmSync, statSync } from 'node:fs'
import { isMissing, toFault } from '#lib/files/path-errors.ts'
import { getDatabasePath } from '#lib/index/database-path.ts'
import { clearFault, raiseFault } from '#lib/index/faults.ts'
import type { Index } from '#lib/index/index-state.ts'
import { reportError, toMachineFault } from '#lib/index/machine-faults.ts'

const LOOK_MS = 2_000

/**
 * What became of an index's files.
 *
 * - `moved`    none is in its place, or another one, which may be opened
 * - `damaged`  it was cut short, or its log was taken away
 * - `written`  another program than SQLite wrote to it
 */
export type IndexLoss = { kind: 'moved' | 'damaged' | 'written'; reason: string }

export type IndexFilesWatch = {
  /** To be called when another file was opened as the index. */
  noteOpened: () => void
  close: () => void
}

/** A file as it was: which one, how long, and when it was last written. */
type Stamp = Pick<BigIntStats, 'dev' | 'ino' | 'size' | 'mtimeNs'>

type Noted = {
  main: Stamp | null
  log: Stamp | null
  shared: Stamp | null
  /** One of them is another once something was written through SQLite: by this connection, or by another one. */
  changes: unknown
  version: unknown
  /** How much of the log is folded into the index: whoever has it open may do that, and changes nothing by it. */
  folded: string
}

/**
 * Looks every two seconds whether the index is where it was opened. A file that is deleted, moved away, replaced or
 * hidden by a mount goes on working for who has it open, and is lost with the process.
 *
 * @param onLost told every time, until there is another index
 */
export function watchIndexFiles(index: Index, onLost: (loss: IndexLoss) => void): IndexFilesWatch {
  let noted = note(index)
  let isHidden = false

  function look(): void {
    if (!index.database.isOpen || index.isClosing) return
    const now = note(index)
    const loss = findLoss(noted, now)
    if (loss?.kind === 'moved') removeLeftovers(index, noted, now)
    else noted = now
    if (loss !== null) onLost(loss)
  }

  function reportUnseen(error: unknown): void {
    if (toMachineFault(error, index.dataDir) !== null) {
      reportError(index, error)
      return
    }
    isHidden = true
    raiseFault(
      index,
      'index-missing',
      `DATA_DIR cannot be looked into: ${index.dataDir} (${toFault(error)}). The site answers from what it has open.`,
    )
  }

  const timer = setInterval(() => {
    try {
      look()
      if (isHidden) clearFault(index, 'index-missing', `DATA_DIR can be looked into again: ${index.dataDir}.`)
      isHidden = false
    } catch (error) {
      reportUnseen(error)
    }
  }, LOOK_MS)
  return {
    noteOpened: () => {
      try {
        noted = note(index)
      } catch (error) {
        reportUnseen(error)
      }
    },
    close: () => clearInterval(timer),
  }
}

function note({ database, dataDir }: Index): Noted {
  const file = getDatabasePath(dataDir)
  return {
    main: readStamp(file),
    log: readStamp(`${file}-wal`),
    shared: readStamp(`${file}-shm`),
    changes: database.prepare('SELECT total_changes() AS value').get()?.value,
    version: database.prepare('PRAGMA data_version').get()?.data_version,
    folded: readFolded(database),
  }
}

/** @see https://www.sqlite.org/c3ref/wal_checkpoint_v2.html: `NOOP` only tells, and not within a transaction */
function readFolded(database: Index['database']): string {
  if (database.isTransaction) return 'unknown'
  const { log, checkpointed } = database.prepare('PRAGMA wal_checkpoint(NOOP)').get() ?? {}
  return `${checkpointed} of ${log}`
}

function findLoss(noted: Noted, now: Noted): IndexLoss | null {
  if (now.main === null) return { kind: 'moved', reason: 'it is not there any more' }
  if (!isSameFile(noted.main, now.main)) return { kind: 'moved', reason: 'another file is in its place' }
  if (noted.log !== null && !isSameFile(noted.log, now.log))
    return { kind: 'damaged', reason: 'its write-ahead log was taken away' }
  if (noted.main !== null && now.main.size < noted.main.size)
    return { kind: 'damaged', reason: 'it was cut short' }
  const isQuiet =
    noted.changes === now.changes && noted.version === now.version && noted.folded === now.folded
  const isWritten = !isSame(noted.main, now.main) || (noted.log !== null && !isSame(noted.log, now.log))
  return isQuiet && isWritten ? { kind: 'written', reason: 'another program wrote to it' } : null
}

/**
 * What is left of the index in place of which there is another: its log would be read with that one, and its shared memory, which
 * readers have mapped, be cut short by the next who opens it, which would end the process.
 */
function removeLeftovers({ dataDir }: Index, noted: Noted, now: Noted): void {
  const file = getDatabasePath(dataDir)
  if (isSameFile(noted.log, now.log)) rmSync(`${file}-wal`, { force: true })
  if (isSameFile(noted.shared, now.shared)) rmSync(`${file}-shm`, { force: true })
}

function isSameFile(one: Stamp | null, other: Stamp | null): boolean {
  return one !== null && one.dev === other?.dev && one.ino === other.ino
}

function isSame(one: Stamp | null, other: Stamp | null): boolean {
  return one?.size === other?.size && one?.mtimeNs === other?.mtimeNs
}

/** By its name: to open the file a second time, and to close it, would take SQLite's locks away. */
function readStamp(file: string): Stamp | null {
  try {
    return statSync(file, { bigint: true })
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
