import { availableParallelism } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { WorkerPool } from '#lib/concurrency/worker-pool.ts'
import type { Index } from '#lib/index/index-state.ts'
import type { ContentFile } from '../files/walk.ts'
import type { PreparedFile, UnreadFile } from './prepare-file.ts'

/** A file to be written; without `ready` it has to be read and parsed still. */
export type AheadFile = ContentFile & { ready?: PreparedFile | UnreadFile | undefined }

const WORKER_FILE = 'lib/sync/prepare/prepare-worker.ts'
const MAX_WORKERS = 3
const MEMORY_MB = 256
/** For a slice of files. What takes longer is left to the sync thread, which finds out which file it is. */
const CPU_MS = 10_000

const FILES_OF_SLICE = 250
/** So many slices per worker are being prepared or wait to be written: memory is bounded by it. */
const SLICES_AHEAD = 3
/** Fewer files are read before a worker has started. */
const MIN_FILES = 500

const preparedSchema = z.custom<(PreparedFile | UnreadFile)[]>(Array.isArray)

type Slice = { files: Promise<AheadFile[]>; isReady: boolean }

/**
 * Reads and parses files in other threads while the caller writes those that are ready. Where none is ready, the caller
 * gets files to read itself, so that no thread waits for another.
 */
export type Ahead = AsyncDisposable & {
  /** Takes files; yields those to be written next, by the slice. */
  add: (files: readonly ContentFile[]) => AsyncGenerator<AheadFile[]>
  /** What is left. */
  rest: () => AsyncGenerator<AheadFile[]>
}

/** Uses every core but the caller's own. */
export function prepareAhead({ contentDir, site }: Pick<Index, 'contentDir' | 'site'>): Ahead {
  const size = Math.min(MAX_WORKERS, Math.max(1, availableParallelism() - 1))
  const pool = new WorkerPool({
    file: path.join(/* turbopackIgnore: true */ process.cwd(), WORKER_FILE),
    workerData: { contentDir, site },
    size,
    maxSize: size,
    memoryMb: MEMORY_MB,
    cpuMs: CPU_MS,
    // This thread writes a slice at a time, and hands out tasks only between two.
    ahead: SLICES_AHEAD,
    parse: (message) => preparedSchema.parse(message),
  })
  const pending: Slice[] = []
  let count = 0

  function prepare(files: readonly ContentFile[]): Slice {
    const slice: Slice = { files: pool.run(files, false).then(join, () => [...files]), isReady: false }
    void slice.files.then(() => {
      slice.isReady = true
    })
    return slice

    function join(prepared: (PreparedFile | UnreadFile)[]): AheadFile[] {
      return files.map((file, at) => ({ ...file, ready: prepared[at] }))
    }
  }

  async function* add(files: readonly ContentFile[]): AsyncGenerator<AheadFile[]> {
    count += files.length
    if (count < MIN_FILES) return yield [...files]
    for (let start = 0; start < files.length; start += FILES_OF_SLICE) {
      const slice = files.slice(start, start + FILES_OF_SLICE)
      if (pending[0]?.isReady) yield* take(1)
      if (pending.length < size * SLICES_AHEAD) pending.push(prepare(slice))
      else yield slice
    }
  }

  async function* take(most: number): AsyncGenerator<AheadFile[]> {
    for (const { files } of pending.splice(0, most)) yield await files
  }

  return { add, rest: () => take(pending.length), [Symbol.asyncDispose]: () => pool.close() }
}
