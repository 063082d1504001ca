import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import matter from 'gray-matter'
import { openIndex } from '#lib/index/open-index.ts'
import { syncIndex } from '#lib/index/sync.ts'

/** One measured task in a process of its own; prints seconds since the process began, and its peak memory, as JSON. */
const [, , task, folder = ''] = process.argv
const contentDir = path.join(folder, 'content')

if (task === 'plain') readPlainly(contentDir)
else await syncIndex(openIndex({ contentDir, dataDir: path.join(folder, 'data'), log: console.warn }))

console.log(
  JSON.stringify({ seconds: performance.now() / 1000, megabytes: process.resourceUsage().maxRSS / 1024 }),
)

function readPlainly(from: string): void {
  const entries = readdirSync(from, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((found) => found.isFile())) {
    matter(readFileSync(path.join(entry.parentPath, entry.name), 'utf8'), {})
  }
}
