import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { getRevision } from '#lib/freshness/revision.ts'
import { listProblems } from '#lib/index/problems.ts'
import { getSiteText } from '#lib/index/stored-site.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { fillIndex, startUpkeep } from '#lib/sync/thread/fill-index.ts'
import { openThread, type ThreadedIndex, waitUntil } from '../../support/open-thread.ts'
import { createPaper, type Paper, toPostText } from '../../support/paper.ts'

/** Folders that a comparison has to look into: it takes many times as long as a save. */
const FOLDERS = 1_500

let paper: Paper

async function start(): Promise<ThreadedIndex> {
  const opened = openThread(paper)
  await opened.ready
  await waitUntil(() => opened.index.status === 'ok')
  return opened
}

beforeEach(async () => {
  paper = createPaper({ 'posts/a.md': toPostText({ title: 'A' }), 'posts/b.md': toPostText({ title: 'B' }) })
  await (await start()).close()
})

afterEach(() => paper.close())

const inContent = (file: string) => path.join(paper.contentDir, file)

it('is no reason for a save to wait, where the index was complete before', async () => {
  for (let folder = 0; folder < FOLDERS; folder += 1)
    mkdirSync(inContent(`posts/${folder % 80}/${folder}`), { recursive: true })
  const index = openIndex({ ...paper, log: () => {} })
  await fillIndex(index, () => false)
  const upkeep = startUpkeep(index)
  let isCompared = false
  const compared = upkeep.compared.then(() => {
    isCompared = true
  })
  // The folder of posts is watched by then, and was looked into.
  await wait(50)
  paper.write('posts/c.md', toPostText({ title: 'C' }))
  const find = index.prepare("SELECT 1 FROM post WHERE file = 'posts/c.md'")
  await waitUntil(() => find.get() !== undefined)
  expect(isCompared).toBe(false)
  await compared
  expect(index.status).toBe('ok')
  await upkeep.close()
  index.database.close()
})

it('finds what changed while nobody looked', async () => {
  paper.write('posts/b.md', toPostText({ title: 'B2' }))
  paper.write('posts/c.md', toPostText({ title: 'C' }))
  paper.remove('posts/a.md')
  paper.write('posts/old.bak.md', toPostText({ title: 'Old' }))
  mkdirSync(inContent('posts/.trash'), { recursive: true })
  paper.write('site.yaml', 'name: The Ferry\n')
  symlinkSync('/etc', inContent('posts/outside'))
  const thread = await start()
  await waitUntil(() => thread.listTitles().toSorted().join() === 'B2,C')
  await waitUntil(() => {
    getRevision(thread.index)
    return listProblems(thread.index).length === 2 && getSiteText(thread.index) === 'name: The Ferry\n'
  })
  expect(listProblems(thread.index).map(({ file }) => file)).toEqual(['posts/old.bak.md', 'posts/outside'])
  await thread.close()
})
