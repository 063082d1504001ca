import type { DatabaseSync } from 'node:sqlite'
import { search } from '#lib/search/search.ts'
import { finishFilling, startFilling } from '#lib/search/store/count-words.ts'
import { indexStory } from '#lib/search/store/index-story.ts'
import { readStoryText } from '#lib/search/store/story-text.ts'
import { createWordIndex, deleteStory, OPTIONS, putStory } from './support/word-index.ts'

const STORIES = [
  { slug: 'one', title: 'Harbour news', body: 'Lighthouse and gulls. 港口城市', section: 'News' },
  { slug: 'two', title: 'Die Brücke', body: 'Lighthouse in German', language: 'de' },
]

const listWords = (database: DatabaseSync) =>
  database.prepare('SELECT word, stories FROM search_word ORDER BY word').all()
const listTypos = (database: DatabaseSync) =>
  database
    .prepare(
      'SELECT key, search_spelt.word FROM search_typo JOIN search_spelt ON id = search_typo.word ORDER BY 1, 2',
    )
    .all()

describe('an index that is filled for the first time', () => {
  it('knows the same words as one that was filled story by story', () => {
    const slow = createWordIndex(STORIES)
    const fast = createWordIndex(STORIES)
    const ids = fast
      .prepare('SELECT id FROM post')
      .all()
      .map(({ id }) => Number(id))
    fast.exec("DELETE FROM search_story; INSERT INTO search (search) VALUES ('delete-all')")
    startFilling(fast)
    for (const id of ids) {
      const story = readStoryText(fast, id)
      if (story !== null) indexStory(fast, id, story, 'later')
    }
    finishFilling(fast)
    expect(listWords(fast)).toEqual(listWords(slow))
    expect(listTypos(fast)).toEqual(listTypos(slow))
    expect(search(fast, 'lighthuse', OPTIONS).hits).toHaveLength(2)
    deleteStory(fast, 'one')
    putStory(fast, { slug: 'three', title: 'Harbour again' })
    expect(search(fast, 'harbour', OPTIONS).hits.map(({ summary }) => summary.slug)).toEqual(['three'])
  })
})
