import { setTimeout as wait } from 'node:timers/promises'
import { getRevisionOfTags } from '#lib/freshness/revision.ts'
import type { Index } from '#lib/index/index-state.ts'
import { RELATED_TAG, SEARCH_TAG } from '#lib/routes/cache-tags.ts'
import { search } from '#lib/search/search.ts'
import { isIndexingBehind } from '#lib/search/store/index-behind.ts'
import { fillSlice, fillWords, startFillingWords } from '#lib/sync/fill-words.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { syncIndex } from '#lib/sync/sync.ts'
import { openThread, waitUntil } from '../../support/open-thread.ts'
import { createPaper, type Paper, toPostText } from '../../support/paper.ts'

const STORIES = 120
const OPTIONS = { now: new Date('2026-06-01T00:00:00Z'), timeZone: 'UTC' }

let paper: Paper
let index: Index

const open = () => openIndex({ ...paper, log: () => {} })

function write(number: number, words: string): void {
  const text = `${words} number${number}.\n\n${'The ferry waits for the tide at the quay. '.repeat(200)}\n`
  paper.write(
    `posts/story-${number}.md`,
    toPostText({ title: `Story ${number}`, tags: `[tag ${number % 3}]` }, text),
  )
}

const count = (word: string) => search(index.database, word, OPTIONS).total
const countTable = (table: string) =>
  Number(index.database.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.rows)
const getWord = (word: string) =>
  index.database.prepare('SELECT stories FROM search_word WHERE word = ?').get(word)?.stories

/** Everything the index knows of words, as text; what depends on the order of writing aside. */
const describeWords = ({ database }: Index) => [
  database.prepare('SELECT word, stories FROM search_word ORDER BY word').all(),
  database.prepare('SELECT * FROM search_language ORDER BY language').all(),
  database
    .prepare('SELECT file, section, sketch_high FROM search_story JOIN post ON post.id = post ORDER BY file')
    .all(),
  database.prepare("SELECT term, doc FROM search_vocabulary WHERE term < 'b' ORDER BY term").all(),
]

/** Compares with an index that was filled in one go. */
async function expectWhole(): Promise<void> {
  const fresh = createPaper()
  const other = openIndex({ contentDir: paper.contentDir, dataDir: fresh.dataDir, log: () => {} })
  await syncIndex(other)
  await fillWords(other)
  expect(describeWords(index)).toEqual(describeWords(other))
  other.database.close()
  fresh.close()
}

beforeEach(async () => {
  paper = createPaper()
  for (let number = 0; number < STORIES; number += 1) write(number, 'Harbour')
  index = open()
  await syncIndex(index)
})

afterEach(() => {
  if (index.database.isOpen) index.database.close()
  paper.close()
})

describe('an index that was filled for the first time', () => {
  it('has all stories and no words, which come behind', async () => {
    expect([countTable('post'), countTable('search_story'), count('harbour')]).toEqual([STORIES, 0, 0])
    const filling = startFillingWords(index)
    await waitUntil(() => !isIndexingBehind(index.database))
    await filling.close()
    expect([countTable('search_story'), getWord('harbour'), count('harbour')]).toEqual(
      Array.from({ length: 3 }, () => STORIES),
    )
    await expectWhole()
  })

  it('goes on where it was when it is opened again', async () => {
    expect(fillSlice(index, false)).toBe(true)
    const before = countTable('search_story')
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(STORIES)
    index.database.close()
    index = open()
    await syncIndex(index)
    expect([countTable('search_story'), count('harbour')]).toEqual([before, before])
    expect(search(index.database, 'harbour', OPTIONS).isPartial).toBe(true)
    await fillWords(index)
    expect(search(index.database, 'harbour', OPTIONS).isPartial).toBe(false)
    await expectWhole()
  })

  it('finds at once what is saved meanwhile, and counts it once', async () => {
    fillSlice(index, false)
    for (const number of [0, STORIES - 1, STORIES]) write(number, 'Lighthouse')
    paper.remove('posts/story-1.md')
    await syncIndex(index)
    expect(count('lighthouse')).toBe(3)
    write(0, 'Beacon')
    await syncIndex(index)
    expect([count('lighthouse'), count('beacon')]).toEqual([2, 1])
    await fillWords(index)
    expect([getWord('lighthouse'), getWord('beacon'), getWord('harbour')]).toEqual([2, 1, STORIES - 3])
    await expectWhole()
  })

  it('counts each word once, whatever is saved while words are counted', async () => {
    while (countTable('search_word') < 3) fillSlice(index, false, 0)
    expect([count('harbour'), isIndexingBehind(index.database)]).toEqual([STORIES, true])
    // Words before those that are counted by now, and after them.
    for (const number of [0, 7, STORIES]) write(number, '0000 zeppelin')
    paper.remove('posts/story-1.md')
    await syncIndex(index)
    write(7, 'Aardvark')
    await syncIndex(index)
    expect([count('zeppelin'), count('0000'), count('aardvark')]).toEqual([2, 2, 1])
    await fillWords(index)
    expect([getWord('zeppelin'), getWord('0000'), getWord('aardvark')]).toEqual([2, 2, 1])
    await expectWhole()
  })

  it('lets a save go first', async () => {
    const filling = startFillingWords(index)
    write(3, 'Lighthouse')
    await syncIndex(index)
    expect([count('lighthouse'), isIndexingBehind(index.database)]).toEqual([1, true])
    await filling.close()
  })

  it('tells pages of hits and of stories when all words are there', async () => {
    fillSlice(index, false)
    expect(getRevisionOfTags(index, [SEARCH_TAG, RELATED_TAG])).toBe(0)
    fillSlice(index, true)
    expect(getRevisionOfTags(index, [SEARCH_TAG])).toBeGreaterThan(0)
    const before = getRevisionOfTags(index, [SEARCH_TAG])
    await fillWords(index)
    expect(getRevisionOfTags(index, [SEARCH_TAG])).toBeGreaterThan(before)
    expect(getRevisionOfTags(index, [RELATED_TAG])).toBeGreaterThan(before)
  })
})

it('is what the thread that owns the index does, over a restart', async () => {
  index.database.close()
  const first = openThread(paper)
  await first.ready
  await first.close()
  const second = openThread(paper)
  await second.ready
  write(5, 'Lighthouse')
  await waitUntil(() => !isIndexingBehind(second.index.database))
  await waitUntil(() => search(second.index.database, 'lighthouse', OPTIONS).total === 1)
  await wait(50)
  await second.close()
  index = open()
  await expectWhole()
})
