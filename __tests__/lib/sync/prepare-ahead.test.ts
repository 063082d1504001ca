import type { Index } from '#lib/index/index-state.ts'
import { listProblems } from '#lib/index/problems.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { prepareAhead } from '#lib/sync/prepare/prepare-ahead.ts'
import { syncIndex } from '#lib/sync/sync.ts'
import { describeIndex } from '../../support/describe-index.ts'
import { createPaper, type Paper, toPostText } from '../../support/paper.ts'

jest.setTimeout(120_000)

const STORIES = 1_200
const open: Index[] = []
let papers: Paper[] = []

afterEach(() => {
  for (const index of open.splice(0)) index.database.close()
  for (const paper of papers.splice(0)) paper.close()
  papers = []
})

/** Enough files for other threads to read some, with each kind of thing that can be wrong with one. */
function writeFiles(paper: Paper): void {
  for (let number = 0; number < STORIES; number += 1) {
    const title = `The same title ${number % 400}`
    const date = new Date(Date.UTC(2024, 0, 1 + number)).toISOString()
    paper.write(`posts/${number % 7}/story-${number}.md`, toPostText({ title, date }, `Text ${number}.\n`))
  }
  paper.write('posts/3/broken.md', '---\ntitle: [unclosed\n---\nText\n')
  paper.write('posts/3/undated.md', '---\ntitle: No day\n---\nText\n')
  paper.write('posts/4/draft.md', toPostText({ draft: 'true' }))
  paper.write('posts/5/empty.md', '')
  paper.write('pages/about.md', '---\ntitle: About\n---\nThe paper.\n')
  paper.write('authors/desk.md', '---\nname: The desk\n---\nAll of us.\n')
}

async function makeIndex(write: (paper: Paper) => void, later?: (paper: Paper) => void): Promise<Index> {
  const paper = createPaper()
  papers.push(paper)
  write(paper)
  const index = openIndex({ ...paper, log: () => {} })
  open.push(index)
  await syncIndex(index)
  if (later === undefined) return index
  later(paper)
  await syncIndex(index)
  return index
}

describe('preparing files in other threads', () => {
  it('fills an index with the same stories and problems as one thread does', async () => {
    const filled = await makeIndex(writeFiles)
    const grown = await makeIndex(() => {}, writeFiles)
    const count = filled.database.prepare('SELECT count(*) AS count FROM post').get()?.count
    expect(count).toBe(STORIES + 1)
    expect(describeIndex(filled)).toEqual(describeIndex(grown))
    expect(listProblems(filled)).toEqual(listProblems(grown))
    expect(listProblems(filled).length).toBeGreaterThan(2)
  })

  it('gives every file to its caller once, some of them prepared', async () => {
    const paper = createPaper()
    papers.push(paper)
    writeFiles(paper)
    const index = openIndex({ ...paper, log: () => {} })
    open.push(index)
    const files = Array.from({ length: STORIES }, (_, number) => ({
      path: `posts/${number % 7}/story-${number}.md`,
      stamp: '',
      isTranslated: false,
    }))
    const given: string[] = []
    let prepared = 0
    await using ahead = prepareAhead(index)
    const take = (slice: { path: string; ready?: unknown }[]) => {
      given.push(...slice.map((file) => file.path))
      prepared += slice.filter(({ ready }) => ready !== undefined).length
    }
    for await (const slice of ahead.add(files)) take(slice)
    for await (const slice of ahead.rest()) take(slice)
    expect(given.toSorted()).toEqual(files.map((file) => file.path).toSorted())
    expect(prepared).toBeGreaterThan(0)
  })

  it('says which files are gone by now', async () => {
    const paper = createPaper()
    papers.push(paper)
    const index = openIndex({ ...paper, log: () => {} })
    open.push(index)
    const files = Array.from({ length: 600 }, (_, number) => ({
      path: `posts/gone-${number}.md`,
      stamp: '',
      isTranslated: false,
    }))
    await using ahead = prepareAhead(index)
    const faults: unknown[] = []
    for await (const slice of ahead.add(files)) faults.push(...slice.map(({ ready }) => ready))
    for await (const slice of ahead.rest()) faults.push(...slice.map(({ ready }) => ready))
    expect(faults).toHaveLength(600)
    expect(faults.filter((ready) => ready !== undefined)).toContainEqual(
      expect.objectContaining({ fault: null, path: expect.stringMatching(/^posts\/gone-/) }),
    )
  })
})
