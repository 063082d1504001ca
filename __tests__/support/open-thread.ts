import { setTimeout as wait } from 'node:timers/promises'
import type { Env } from '#lib/config/env.ts'
import { type IndexReader, openIndexReader } from '#lib/sync/thread/index-reader.ts'
import type { Paper } from './paper.ts'

/** An index with a thread of its own, as the server has it, and what it said. */
export type ThreadedIndex = IndexReader & {
  lines: string[]
  /** The titles of all stories, live or not, in order. */
  listTitles: () => string[]
}

export function openThread(
  paper: Pick<Paper, 'contentDir' | 'dataDir'> & Partial<Pick<Env, 'contentGit' | 'databaseUrl'>>,
): ThreadedIndex {
  const lines: string[] = []
  const { contentDir, dataDir, contentGit: git = null, databaseUrl = null } = paper
  const reader = openIndexReader({ contentDir, dataDir, git, databaseUrl, log: (line) => lines.push(line) })
  const listTitles = () =>
    reader.index
      .prepare('SELECT data FROM post ORDER BY file')
      .all()
      .map((row) => String(JSON.parse(String(row.data)).title))
  return { ...reader, lines, listTitles }
}

/** Only a test that fails waits so long; a busy machine takes its time. */
const DEADLINE_MS = 120_000

/** Waits until `check` is true: a thread answers when it can. */
export async function waitUntil(check: () => boolean): Promise<void> {
  const deadline = Date.now() + DEADLINE_MS
  while (!check()) {
    if (Date.now() > deadline) throw new Error('It never came to be.')
    await wait(20)
  }
}
