import { openIndex } from '#lib/sync/open-index.ts'
import { syncIndex } from '#lib/sync/sync.ts'

/** A process that does nothing but bring an index up with its files, for tests that kill it. */
const [, , contentDir = '', dataDir = ''] = process.argv
const index = openIndex({ contentDir, dataDir, log: console.warn })
console.log('open')
await syncIndex(index)
console.log('done')
