import { readdirSync, readFileSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import path from 'node:path'
import matter from 'gray-matter'

/** One measured task in a process of its own; prints as JSON seconds since the process began,
 * seconds of processor time (`busy`), and its peak memory. */
const [, , task, folder = ''] = process.argv
const contentDir = path.join(folder, 'content')

if (task === 'plain') readPlainly(contentDir)
else await sync()

const { user, system } = process.cpuUsage()
console.log(
  JSON.stringify({
    seconds: performance.now() / 1000,
    busy: (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
)

/** As `server/start.js` begins: with what Node compiled the last time. */
async function sync(): Promise<void> {
  enableCompileCache()
  const { openIndex } = await import('#lib/sync/open-index.ts')
  const { syncIndex } = await import('#lib/sync/sync.ts')
  const index = openIndex({ contentDir, dataDir: path.join(folder, 'data'), log: console.warn })
  await syncIndex(index)
  index.database.close()
}

function readPlainly(from: string): void {
  const entries = readdirSync(from, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((found) => found.isFile())) {
    matter(readFileSync(path.join(entry.parentPath, entry.name), 'utf8'), {})
  }
}
