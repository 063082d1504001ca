import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { openIndex } from '#lib/sync/open-index.ts'
import { syncIndex } from '#lib/sync/sync.ts'
import { describeIndex } from '../../support/describe-index.ts'
import { createPaper, type Paper, toPostText } from '../../support/paper.ts'

const STORIES = 1_500
const KILLS = 6

/** Stories with slugs in common, copies, translations and broken files among them. */
function writeStories(paper: Paper): void {
  for (let number = 0; number < STORIES; number += 1) {
    const day = String(1 + (number % 28)).padStart(2, '0')
    const fields = { title: `Story ${number}`, date: `2026-01-${day}`, tags: `[tag ${number % 7}]` }
    paper.write(
      `posts/${number % 5}/story-${number % 401}.md`,
      toPostText(fields, `Text ${number}.\n`.repeat(50)),
    )
    if (number % 50 === 0) paper.write(`posts/broken-${number}.md`, 'No date at all')
    if (number % 60 === 0) paper.write(`posts/copy ${number} 2.md`, toPostText({ title: `Copy ${number}` }))
    if (number % 60 === 0) paper.write(`posts/copy ${number}.md`, toPostText({ title: `Copy ${number}` }))
  }
}

/** Starts a sync in a process of its own, and ends that with SIGKILL `after` milliseconds from its first transaction. */
async function killSync(paper: Paper, after: number): Promise<void> {
  const child: ChildProcess = spawn(
    process.execPath,
    ['__tests__/support/sync-once.ts', paper.contentDir, paper.dataDir],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await Promise.race([ended, new Promise((resolve) => child.stdout?.once('data', resolve))])
  await wait(after)
  child.kill('SIGKILL')
  await ended
}

it('is whole after kill -9 at any moment of a sync, and equal to an index built from nothing', async () => {
  const paper = createPaper()
  const fresh = createPaper()
  writeStories(paper)
  for (let kill = 0; kill < KILLS; kill += 1) await killSync(paper, 20 + Math.random() * 250)
  const index = openIndex({ ...paper, log: () => {} })
  expect(index.database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  await syncIndex(index)
  const built = openIndex({ contentDir: paper.contentDir, dataDir: fresh.dataDir, log: () => {} })
  await syncIndex(built)
  const expected = describeIndex(built)
  expect(expected.posts.length).toBeGreaterThan(STORIES)
  expect(describeIndex(index)).toEqual(expected)
  index.database.close()
  built.database.close()
  paper.close()
  fresh.close()
})
