import type { DatabaseSync } from 'node:sqlite'
import { search } from '#lib/search/search.ts'
import { indexBehind, isIndexingBehind, postponeWords } from '#lib/search/store/index-behind.ts'
import { createWordIndex, deleteStory, OPTIONS, putStory } from './support/word-index.ts'

const STORIES = [
  { slug: 'one', title: 'Harbour news', body: 'Lighthouse and gulls. 港口城市', section: 'News' },
  { slug: 'two', title: 'Die Brücke', body: 'Lighthouse in German', language: 'de' },
  { slug: 'hidden', title: 'Lighthouse plans', draft: true },
  { slug: 'three', title: 'Ferry', body: 'Gulls and gulls' },
]

const ALL = ['search_word', 'search_language'].map((table) => `SELECT * FROM ${table} ORDER BY 1`)

const listCounts = (database: DatabaseSync) => [
  database.prepare('SELECT word, stories FROM search_word ORDER BY word').all(),
  database.prepare('SELECT * FROM search_language ORDER BY language').all(),
  database
    .prepare(
      'SELECT key, search_spelt.word FROM search_typo JOIN search_spelt ON id = search_typo.word ORDER BY 1, 2',
    )
    .all(),
  database.prepare('SELECT count(*) AS stories FROM search').all(),
]

/** An index whose stories have no words yet. */
function createUnindexed(): DatabaseSync {
  const database = createWordIndex(STORIES)
  for (const table of ['search_story', 'search_word', 'search_spelt', 'search_typo', 'search_language'])
    database.exec(`DELETE FROM ${table}`)
  database.exec("INSERT INTO search (search) VALUES ('delete-all')")
  postponeWords(database)
  return database
}

const find = (database: DatabaseSync, text: string) =>
  search(database, text, OPTIONS)
    .hits.map(({ summary }) => summary.slug)
    .toSorted()

/** The deadline is over: one story is indexed. */
const step = (database: DatabaseSync) => indexBehind(database, 0)

describe('words that are indexed behind', () => {
  it('are the same as those of stories indexed one by one, drafts aside', () => {
    const database = createUnindexed()
    while (step(database));
    const other = createWordIndex(STORIES)
    deleteStory(other, 'hidden')
    expect(listCounts(database)).toEqual(listCounts(other))
    expect(ALL.map((sql) => database.prepare(sql).all().length)).not.toContain(0)
    expect(find(database, 'lighthuse')).toEqual(['one', 'two'])
  })

  it('are searched as far as they are there, and it is said that some are not', () => {
    const database = createUnindexed()
    expect(find(database, 'gulls')).toEqual([])
    expect(search(database, 'gulls', OPTIONS).isPartial).toBe(true)
    step(database)
    expect(find(database, 'gulls')).toEqual(['three'])
    while (step(database));
    expect(find(database, 'gulls')).toEqual(['one', 'three'])
    expect(search(database, 'gulls', OPTIONS).isPartial).toBe(false)
    expect(isIndexingBehind(database)).toBe(false)
  })

  it('are not doubled when stories are written, changed and deleted meanwhile', () => {
    const database = createUnindexed()
    step(database)
    const changed = { slug: 'one', title: 'Harbour news', body: 'Storm', section: 'News' }
    const added = { slug: 'four', title: 'Storm again' }
    putStory(database, changed)
    putStory(database, added)
    putStory(database, changed)
    deleteStory(database, 'two')
    expect(find(database, 'storm')).toEqual(['four', 'one'])
    while (step(database));
    const [, , , three] = STORIES
    const other = createWordIndex([changed, added, ...(three === undefined ? [] : [three])])
    expect(listCounts(database)).toEqual(listCounts(other))
    for (const slug of ['one', 'three', 'four']) deleteStory(database, slug)
    expect(listCounts(database)).toEqual([[], [], [], [{ stories: 0 }]])
  })
})
