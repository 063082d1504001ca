import { mkdirSync, renameSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { closeIndex, peekIndex } from '#lib/sync/open-index.ts'
import { watchContent } from '#lib/sync/watch/watch-content.ts'
import { watchRoots } from '#lib/sync/watch/watch-roots.ts'
import { eventually } from '../../support/eventually.ts'
import { createPaper, toPostText } from '../../support/paper.ts'

const first = createPaper({ 'posts/first.md': toPostText({ title: 'First' }) })
const second = createPaper({ 'posts/second.md': toPostText({ title: 'Second' }) })
const link = path.join(path.dirname(first.contentDir), 'current')

/** As programs that deploy do it: in one step. */
function lead(to: string): void {
  symlinkSync(to, `${link}.new`)
  renameSync(`${link}.new`, link)
}

beforeEach(() => lead(first.contentDir))
afterAll(() => {
  first.close()
  second.close()
})

it.each([
  ['the link that it is leads to another folder', () => lead(second.contentDir)],
  ['a folder in it is gone', () => renameSync(path.join(link, 'posts'), path.join(link, 'away'))],
  ['a folder in it is another', () => renameSync(path.join(link, 'away'), path.join(link, 'posts'))],
  ['a folder comes to be in it', () => mkdirSync(path.join(link, 'media'))],
])('tells once when %s', async (_what, change) => {
  let told = 0
  const watch = watchRoots(link, async () => {
    told += 1
  })
  await wait(700)
  expect(told).toBe(0)
  change()
  await eventually(async () => expect(told).toBe(1))
  await wait(700)
  expect(told).toBe(1)
  await watch.close()
})

it('is not told while it is still at it, but afterwards', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const told: number[] = []
  const watch = watchRoots(link, async () => {
    told.push(told.length)
    if (told.length === 1) await promise
  })
  lead(second.contentDir)
  await eventually(async () => expect(told).toHaveLength(1))
  lead(first.contentDir)
  await wait(700)
  expect(told).toHaveLength(1)
  resolve()
  await eventually(async () => expect(told).toHaveLength(2))
  await watch.close()
})

it('publishes what is in the other folder, and what is saved there', async () => {
  process.env.CONTENT_DIR = link
  process.env.DATA_DIR = first.dataDir
  const index = peekIndex()
  const watch = watchContent(index)
  await watch.compared
  const listSlugs = () =>
    index
      .prepare('SELECT slug FROM post ORDER BY slug')
      .all()
      .map(({ slug }) => slug)
  expect(listSlugs()).toEqual(['first'])
  lead(second.contentDir)
  await eventually(async () => expect(listSlugs()).toEqual(['second']))
  second.write('posts/third.md', toPostText({ title: 'Third' }))
  await eventually(async () => expect(listSlugs()).toEqual(['second', 'third']))
  await watch.close()
  await closeIndex()
})
