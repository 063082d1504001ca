import { parentPort, workerData } from 'node:worker_threads'
import type { Write } from '#lib/index/write-requests.ts'
import { type OwnedIndex, ownIndex } from './own-index.ts'
import type { FromSync, SyncSettings, ToSync } from './sync-messages.ts'

/** The thread that owns the index: everything that works on a writer's file, and everything that is written, is here. */
const settings: SyncSettings = workerData
const port = parentPort
if (port === null) throw new Error('This file is the start of a thread.')

const post = (message: FromSync) => port.postMessage(message)
const { databaseUrl } = settings
const owned = databaseUrl === null ? ownIndex(settings, post) : await openShared(databaseUrl)

async function openShared(url: string): Promise<OwnedIndex> {
  const { shareIndex } = await import('./shared/share-index.ts')
  return shareIndex(settings, url, post)
}

async function answer(id: number, write: Write): Promise<void> {
  post({ kind: 'written', id, result: await owned.write(write) })
}

port.on('message', (message: ToSync) => {
  switch (message.kind) {
    case 'write':
      answer(message.id, message.write)
      return
    case 'rebuild':
      owned.rebuild(message.reason, message.revision)
      return
    case 'close':
      owned.close().finally(() => process.exit(0))
  }
})
