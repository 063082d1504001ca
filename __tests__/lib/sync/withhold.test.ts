import type { Index } from '#lib/index/index-state.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { syncIndex } from '#lib/sync/sync.ts'
import { withholdStories } from '#lib/sync/withhold.ts'
import { createPaper, type Paper, toPostText } from '../../support/paper.ts'

const NOW = new Date('2026-06-15T12:00:00Z')

describe('stories whose rows cannot be written', () => {
  let paper: Paper
  let index: Index

  beforeEach(async () => {
    paper = createPaper({ 'posts/tide.md': toPostText({}) })
    index = openIndex({ ...paper, log: () => {} })
    await syncIndex(index)
  })
  afterEach(() => {
    index.database.close()
    paper.close()
  })

  it.each([
    ['---\ntitle: Tide\ndate: 2026-01-01\ndraft: true\n---\nText', ['tide']],
    ['---\ndraft: true\ndate: soon\n---\nText', ['tide']],
    ['---\ntitle: [\n---\n', []],
    ['---\ntitle: Tide turns\ndate: 2026-01-01\n---\nText', []],
  ])('%j hides %j', (text, hidden) => {
    paper.write('posts/tide.md', text)
    withholdStories(index, ['posts/tide.md'], NOW)
    expect([...index.withheld.keys()]).toEqual(hidden)
  })
})
