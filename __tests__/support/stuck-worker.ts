import { parentPort, workerData } from 'node:worker_threads'
import type { SyncSettings } from '#lib/sync/thread/sync-messages.ts'
import { createProgress } from '#lib/sync/thread/sync-progress.ts'

/** A thread that does not come back from `posts/slow.md`, dies of `posts/fatal.md`, and says so when it is past both. */
const settings: SyncSettings = workerData
const progress = createProgress(settings.progress)

if (!settings.skipped.includes('posts/slow.md')) {
  progress.beat()
  progress.setFile('posts/slow.md')
  for (;;) Math.random()
}
if (!settings.skipped.includes('posts/fatal.md')) {
  progress.setFile('posts/fatal.md')
  const held: unknown[] = []
  for (;;) held.push(new Array(100_000).fill(held.length))
}
parentPort?.postMessage({ kind: 'opened', identity: 'here' })
parentPort?.on('message', () => process.exit(0))
