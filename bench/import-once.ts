import { enableCompileCache } from 'node:module'
import { availableParallelism } from 'node:os'
import path from 'node:path'

/** One import in a process of its own; prints seconds since the process began, seconds of processor time, its peak memory and what became of the items, as JSON. */
const [, , folder = ''] = process.argv

enableCompileCache()
const { importExport } = await import('#lib/import/import-export.ts')
const { counts } = await importExport({
  file: path.join(folder, 'export.xml'),
  format: null,
  into: path.join(folder, 'content'),
  media: { from: null, fetch: null },
  types: [],
  origin: null,
  threads: Math.max(1, Math.min(2, availableParallelism() - 1)),
  onProgress: () => {},
})
const { user, system } = process.cpuUsage()
console.log(
  JSON.stringify({
    seconds: performance.now() / 1000,
    processor: (user + system) / 1_000_000,
    megabytes: process.resourceUsage().maxRSS / 1024,
    counts,
  }),
)
