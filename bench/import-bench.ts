import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateWxr } from './generate-wxr.ts'

const POSTS = Number(process.env.POSTS ?? 5_000)

/** A WordPress export read into an empty folder, then once more: the second run writes nothing. `POSTS=100000` makes it 500 MB. */
export async function runBench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-bench-'))
  try {
    const file = path.join(folder, 'export.xml')
    generateWxr(file, POSTS)
    console.log(`${POSTS} posts, ${Math.round(statSync(file).size / 1_000_000)} MB`)
    for (const name of ['into an empty folder', 'the same once more']) {
      const { seconds, processor, megabytes, counts } = importOnce(folder)
      const items = `${counts.items} items = ${counts.written} written + ${counts.unchanged} there + ${counts.reported} reported`
      console.log(
        `${name.padEnd(22)} ${seconds.toFixed(1)} s (${processor.toFixed(1)} s of processor time)  ${megabytes.toFixed(0)} MB peak  ${items}`,
      )
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** In a process as `cli/broadsheet.js` starts it. */
function importOnce(folder: string) {
  const script = path.join(import.meta.dirname, 'import-once.ts')
  const flags = ['--max-semi-space-size=8', '--max-old-space-size=128']
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, script, folder], {
    encoding: 'utf8',
    env: { ...process.env, MALLOC_ARENA_MAX: '2' },
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}
