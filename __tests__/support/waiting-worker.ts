import { parentPort, workerData } from 'node:worker_threads'
import type { SyncSettings } from '#lib/sync/thread/sync-messages.ts'
import { createProgress } from '#lib/sync/thread/sync-progress.ts'

/** A thread that waits for three seconds with a file, as for a slow disk, and then goes on. */
const settings: SyncSettings = workerData
const progress = createProgress(settings.progress)
progress.beat()
progress.setFile('posts/far-away.md')
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3_000)
parentPort?.postMessage({ kind: 'opened', identity: 'here' })
parentPort?.on('message', () => process.exit(0))
