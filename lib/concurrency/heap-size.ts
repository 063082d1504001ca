import type { Worker } from 'node:worker_threads'

/** What a worker's heap takes up, in bytes; 0 for one that has ended. */
export async function readHeapBytes(worker: Worker): Promise<number> {
  try {
    return (await worker.getHeapStatistics()).total_heap_size
  } catch {
    return 0
  }
}
