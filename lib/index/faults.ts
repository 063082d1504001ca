/**
 * What can be wrong with the machine or the folders, in the words `/healthz` says it in. docs/running.md says of each what
 * to do. `true`: readers may see something older than the files.
 */
export const FAULTS = {
  'content-missing': true,
  'mass-removal': true,
  unreadable: true,
  'not-watched': false,
  'disk-full': true,
  'data-dir': true,
  'index-damaged': true,
  'index-missing': true,
  'sync-stopped': true,
  'sync-stalled': true,
  'git-failed': true,
  'git-rewritten': true,
  database: true,
  'no-content': false,
  'purge-failed': true,
} as const

export type Fault = keyof typeof FAULTS

/** `starting` until the index is complete; `degraded` while a fault keeps readers from what the files say. */
export type IndexStatus = 'starting' | 'ok' | 'degraded'

/** What of an index its faults concern. */
export type FaultState = {
  /** What is wrong with the machine or the folders, each with what was said of it. */
  readonly faults: Map<Fault, string>
  readonly log: (line: string) => void
  status: IndexStatus
  /** Told of each change of the faults. */
  onChange: () => void
}

/** Says a fault once, until it is mended or says something else. */
export function raiseFault(index: FaultState, fault: Fault, message: string): void {
  if (index.faults.get(fault) === message) return
  index.faults.set(fault, message)
  index.log(message)
  setStatus(index)
}

/** Says so where there was a fault. */
export function clearFault(index: FaultState, fault: Fault, message: string): void {
  if (!index.faults.delete(fault)) return
  index.log(message)
  setStatus(index)
}

/** To be called when the first comparison is complete, and by what changes the faults. */
export function setStatus(index: FaultState, isComplete = index.status !== 'starting'): void {
  if (isComplete) index.status = getStatus(index.faults)
  index.onChange()
}

export function getStatus(faults: ReadonlyMap<Fault, string>): 'ok' | 'degraded' {
  return [...faults.keys()].some((fault) => FAULTS[fault]) ? 'degraded' : 'ok'
}
