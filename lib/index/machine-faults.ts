import { statfsSync } from 'node:fs'
import { getDatabasePath } from './database-path.ts'
import { clearFault, type Fault, type FaultState, raiseFault } from './faults.ts'

type MachineState = FaultState & {
  readonly dataDir: string
  readonly isClosing: boolean
  onDamage: (error: unknown) => void
}

/** SQLite's primary result codes. @see https://www.sqlite.org/rescode.html */
const CODES: Record<number, Fault> = {
  8: 'data-dir',
  10: 'index-damaged',
  11: 'index-damaged',
  13: 'disk-full',
  14: 'data-dir',
  26: 'index-damaged',
}

const SYSTEM: Record<string, Fault> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'data-dir',
  ERR_STORED_VALUE: 'index-damaged',
}

/** Less than this many bytes free: an error of input or output is a disk that is full. */
const MIN_FREE_BYTES = 256 * 1024

/** What an error says of the machine; null for one that says nothing of it. */
export function toMachineFault(error: unknown, dataDir: string): Fault | null {
  if (!Error.isError(error)) return null
  if ('errcode' in error) {
    const fault = CODES[Number(error.errcode) & 0xff] ?? null
    return fault === 'index-damaged' && isFull(dataDir) ? 'disk-full' : fault
  }
  return 'code' in error ? (SYSTEM[String(error.code)] ?? null) : null
}

/** What an operator is told of a fault of the machine that holds `dataDir`. */
export function describeFault(fault: Fault, dataDir: string, error: unknown): string {
  const reason = Error.isError(error) ? error.message : String(error)
  switch (fault) {
    case 'disk-full':
      return `The disk of DATA_DIR is full: ${dataDir} (${reason}). Changes are not published until there is room.`
    case 'data-dir':
      return `DATA_DIR cannot be written: ${dataDir} (${reason}). Give the user the site runs as the right to write there, or set DATA_DIR to another folder.`
    case 'index-missing':
      return `The index is gone from DATA_DIR while the site runs: ${dataDir} (${reason}). It is opened or made again there; until then the site answers from what it has open.`
    default:
      return `The index ${getDatabasePath(dataDir)} is damaged (${reason}): it is made again from the files.`
  }
}

/** Says what went wrong: as a fault of the machine where it is one. */
export function reportError(index: MachineState, error: unknown): void {
  if (index.isClosing) return
  const fault = toMachineFault(error, index.dataDir)
  if (fault === null) {
    index.log(
      `Changes could not be read: ${Error.isError(error) ? (error.stack ?? error.message) : String(error)}`,
    )
    return
  }
  raiseFault(index, fault, describeFault(fault, index.dataDir, error))
  if (fault === 'index-damaged') index.onDamage(error)
}

/** To be called when something was written. */
export function clearWriteFaults(index: MachineState): void {
  clearFault(index, 'disk-full', `DATA_DIR has room again: ${index.dataDir}.`)
  clearFault(index, 'data-dir', `DATA_DIR can be written again: ${index.dataDir}.`)
}

function isFull(dataDir: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dataDir)
    return bavail * bsize < MIN_FREE_BYTES
  } catch {
    return false
  }
}
