import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generatePosts } from './generate-posts.ts'
import { getMedian } from './statistics.ts'

const POSTS = Number(process.env.POSTS ?? 10_000)
const RUNS = 3

type Figures = { seconds: number; megabytes: number }

/**
 * Indexing from nothing and starting with nothing changed, each in a process of its own, beside the least any file-based
 * system must do: read each file and split it with gray-matter.
 */
export async function runBench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-bench-'))
  try {
    generatePosts(path.join(folder, 'content'), POSTS)
    const rows = Array.from({ length: RUNS }, () => runOnce(folder))
    const base = getMedian(rows.map(({ plain }) => plain.seconds))
    console.log(`${POSTS} posts of 5 kB, median of ${RUNS} runs`)
    for (const name of ['plain', 'first', 'again'] as const) {
      const seconds = getMedian(rows.map((row) => row[name].seconds))
      const megabytes = getMedian(rows.map((row) => row[name].megabytes))
      console.log(
        `${LABELS[name].padEnd(34)} ${seconds.toFixed(2)} s  ${megabytes.toFixed(0)} MB peak  ${(seconds / base).toFixed(2)} × plain`,
      )
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const LABELS = {
  plain: 'plain: read and gray-matter only',
  first: 'index from nothing',
  again: 'start with nothing changed',
}

function runOnce(folder: string) {
  rmSync(path.join(folder, 'data'), { recursive: true, force: true })
  return { plain: measure('plain', folder), first: measure('sync', folder), again: measure('sync', folder) }
}

function measure(task: 'plain' | 'sync', folder: string): Figures {
  const script = path.join(import.meta.dirname, 'index-once.ts')
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, task, folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}
