import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getEnv } from '#lib/config/env.ts'
import { toPostTag } from '#lib/freshness/tags.ts'
import type { Index } from '#lib/index/index-state.ts'
import { POST_WITH_BODY, toPost } from '#lib/index/post-row.ts'
import { listProblems } from '#lib/index/problems.ts'
import { formatProblem } from '#lib/problems/problem.ts'
import { closeRenderPool } from '#lib/queries/render-pool.ts'
import { renderText } from '#lib/queries/render-text.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { syncIndex } from '#lib/sync/sync.ts'

/** Prints every problem of the content folder as `file:line: message`; exit status 1 when there is one. */
async function main(): Promise<number> {
  const { contentDir } = getEnv()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'broadsheet-check-'))
  try {
    const index = openIndex({ contentDir, dataDir, log: console.warn })
    await syncIndex(index)
    await renderAll(index)
    const problems = listProblems(index)
    for (const problem of problems) console.log(formatProblem(problem))
    await closeRenderPool(index)
    index.database.close()
    return problems.length === 0 ? 0 : 1
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** What goes wrong only when a story is rendered is a problem too. */
async function renderAll(index: Index): Promise<void> {
  const now = new Date()
  for (const { id } of index.prepare('SELECT id FROM post WHERE slug IS NOT NULL').all()) {
    const row = index.prepare(`${POST_WITH_BODY} WHERE id = ?`).get(Number(id))
    if (row === undefined) continue
    const post = toPost(row)
    await renderText(index, post, toPostTag(post.slug), now)
  }
}

process.exitCode = await main()
