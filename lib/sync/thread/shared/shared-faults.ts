import { type Fault, raiseFault, setStatus } from '#lib/index/faults.ts'
import type { Index } from '#lib/index/index-state.ts'
import { describeFault, toMachineFault } from '#lib/index/machine-faults.ts'

/** Faults that an instance has whether or not it reads the files. */
const OWN_FAULTS: readonly Fault[] = ['database', 'no-content', 'git-failed', 'git-rewritten']

/** To be called when another instance reads the files: what is wrong with them, it will say. */
export function forgetWriterFaults(index: Index): void {
  for (const fault of index.faults.keys()) if (!OWN_FAULTS.includes(fault)) index.faults.delete(fault)
  setStatus(index)
}

/** Says why the shared history cannot be used: as a fault of this machine where it is one, otherwise of PostgreSQL. */
export function reportLost(index: Index, error: unknown): void {
  const fault = toMachineFault(error, index.dataDir)
  if (fault === 'disk-full' || fault === 'data-dir') {
    raiseFault(index, fault, describeFault(fault, index.dataDir, error))
    return
  }
  const reason = Error.isError(error) ? error.message : String(error)
  raiseFault(
    index,
    'database',
    `PostgreSQL (DATABASE_URL) cannot be used (${reason}). The paper stays as it was; it is tried again.`,
  )
}
