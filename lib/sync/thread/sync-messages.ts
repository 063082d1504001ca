import type { Env } from '#lib/config/env.ts'
import type { Fault, IndexStatus } from '#lib/index/faults.ts'
import type { Index } from '#lib/index/index-state.ts'
import type { Write } from '#lib/index/write-requests.ts'

/** What the thread that owns the index is started with. */
export type SyncSettings = Pick<Index, 'contentDir' | 'dataDir'> & {
  /** The repository that the files are taken from. */
  git: Env['contentGit']
  /** The database through which instances share one index; null for an index of this one alone. */
  databaseUrl: string | null
  /** Where the thread says that it is alive, and which file it reads; see `createProgress`. */
  progress: SharedArrayBuffer
  /** Files that a thread before this one did not come back from. */
  skipped: readonly string[]
}

/** To the thread that owns the index. */
export type ToSync =
  | { kind: 'write'; id: number; write: Write }
  /** A reader found it damaged. `revision` is the last one it saw. */
  | { kind: 'rebuild'; reason: string; revision: number }
  | { kind: 'close' }

/** From the thread that owns the index. */
export type FromSync =
  /** The index may be read. `identity` is another one whenever it was made again. */
  | { kind: 'opened'; identity: string }
  | { kind: 'state'; status: IndexStatus; faults: [Fault, string][] }
  | { kind: 'changed' }
  /** Whether another instance reads the files. */
  | { kind: 'role'; isFollower: boolean }
  | { kind: 'withheld'; slugs: [slug: string, file: string][] }
  | { kind: 'written'; id: number; result: boolean }
  | { kind: 'log'; line: string }
