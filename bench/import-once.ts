import { availableParallelism } from 'node:os'
import path from 'node:path'
import { importExport } from '#lib/import/import-export.ts'

/** One import in a process of its own; prints seconds since the process began, its peak memory and what became of the items, as JSON. */
const [, , folder = ''] = process.argv

const { counts } = await importExport({
  file: path.join(folder, 'export.xml'),
  format: null,
  into: path.join(folder, 'content'),
  media: { from: null, fetch: null },
  types: [],
  origin: null,
  threads: Math.min(2, availableParallelism()),
  onProgress: () => {},
})
console.log(
  JSON.stringify({
    seconds: performance.now() / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
    counts,
  }),
)
