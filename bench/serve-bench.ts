import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { ensureBuild } from '../server/next/build.ts'
import { benchArchive } from './serve/archive-rows.ts'
import { benchArticle } from './serve/article-row.ts'
import { benchCrowd } from './serve/crowd-row.ts'
import { benchFirstVisit } from './serve/first-visit-row.ts'
import { PINNING } from './serve/pin.ts'
import { print } from './serve/print.ts'
import { requireWrk } from './serve/wrk.ts'

const ROWS = { article: benchArticle, visit: benchFirstVisit, crowd: benchCrowd, archive: benchArchive }

/**
 * How fast pages are answered, beside `next start` of the same build and nginx with the same bytes. `ROWS=article,visit`
 * runs some; `POSTS` sizes the archive.
 */
export async function runBench(): Promise<void> {
  requireWrk()
  await ensureBuild()
  print(
    'machine',
    `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB; ${PINNING}`,
  )
  const wanted = process.env.ROWS?.split(',') ?? Object.keys(ROWS)
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-serve-'))
  // nginx reads as a user of its own.
  chmodSync(folder, 0o755)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  try {
    for (const [name, bench] of Object.entries(ROWS)) if (wanted.includes(name)) await bench(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
