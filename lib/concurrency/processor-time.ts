import type { Worker } from 'node:worker_threads'

/** Processor time of a thread so far, in milliseconds; 0 for one that has ended. */
export async function readCpuMs(worker: Worker): Promise<number> {
  try {
    const { user, system } = await worker.cpuUsage()
    return (user + system) / 1000
  } catch {
    return 0
  }
}
