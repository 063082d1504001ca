import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Index } from '#lib/index/index-state.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { syncIndex } from '#lib/sync/sync.ts'

/** Reads a content folder into an index of its own, which is gone when `read` has taken from it what it needs. */
export async function readContent<Result>(
  contentDir: string,
  log: (line: string) => void,
  read: (index: Index) => Result,
): Promise<Result> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'broadsheet-doctor-'))
  try {
    const index = openIndex({ contentDir, dataDir, log })
    await syncIndex(index)
    const result = read(index)
    index.database.close()
    return result
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
