import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getEnv } from '#lib/config/env.ts'
import { formatProblem } from '#lib/content/problem.ts'
import { openIndex } from '#lib/index/open-index.ts'
import { listProblems } from '#lib/index/problems.ts'
import { syncIndex } from '#lib/index/sync.ts'

/** Prints every problem of the content folder as `file:line: message`; exit status 1 when there is one. */
async function main(): Promise<number> {
  const { contentDir } = getEnv()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'broadsheet-check-'))
  try {
    const index = openIndex({ contentDir, dataDir, log: console.warn })
    await syncIndex(index)
    const problems = listProblems(index)
    for (const problem of problems) console.log(formatProblem(problem))
    index.database.close()
    return problems.length === 0 ? 0 : 1
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

process.exitCode = await main()
