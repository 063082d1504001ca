import type { DatabaseSync } from 'node:sqlite'
import { openEmpty } from '#lib/index/database.ts'
import { replaceStory } from '#lib/search/store/replace-story.ts'
import { readStoryText, type StoryText } from '#lib/search/store/story-text.ts'
import { areTotalsBehind, settleTotals } from '#lib/search/store/totals.ts'
import { createWordIndex, type Given, putStory } from './support/word-index.ts'

const OTHERS: Given[] = [
  { slug: 'one', title: 'Ferry', body: 'The ferry came in.' },
  { slug: 'two', title: 'Quay', body: 'The quay is closed.', language: 'de' },
]
const STORY: Given = { slug: 'story', title: 'Tide', body: 'The tide came in.', tags: ['Tides'] }

/** All that the index of words holds. */
function dump(database: DatabaseSync): unknown {
  const list = (sql: string) => database.prepare(sql).all()
  return {
    words: list('SELECT word, stories, spelt IS NULL AS plain FROM search_word ORDER BY word'),
    terms: list('SELECT term, doc, cnt FROM search_vocabulary ORDER BY term'),
    spelt: list('SELECT word FROM search_spelt ORDER BY word'),
    languages: list('SELECT * FROM search_language ORDER BY language'),
    stories: list('SELECT post, section, sketch_high, sketch_low FROM search_story ORDER BY post'),
  }
}

/** Writes a story as a sync does, by the function under test. */
function replace(database: DatabaseSync, given: Given): void {
  const row = database.prepare('SELECT id, draft FROM post WHERE slug = ?').get(given.slug)
  const id = Number(row?.id)
  const before = readStoryText(database, id)
  const other = createWordIndex([given])
  const written = other.prepare('SELECT data FROM post').get()
  const after: StoryText = { ...JSON.parse(String(written?.data)), body: given.body ?? '' }
  database
    .prepare('UPDATE post SET draft = ?, data = ? WHERE id = ?')
    .run(Number(given.draft ?? false), String(written?.data), id)
  database
    .prepare('UPDATE packed_body SET data = ? WHERE post = ?')
    .run(other.prepare('SELECT data FROM packed_body').get()?.data ?? null, id)
  replaceStory(database, id, { before, wasDraft: row?.draft === 1, after: given.draft ? null : after })
}

/** What each story scores for a word, which depends on how many stories there are and how long they are. */
function listScores(database: DatabaseSync): unknown {
  if (areTotalsBehind(database)) settleTotals(database)
  return database
    .prepare(
      `SELECT slug, round(bm25(search, 1, 8, 4, 3, 3), 9) AS score FROM search JOIN search_story ON place = search.rowid
       JOIN post ON post.id = search_story.post WHERE search MATCH 'came' ORDER BY slug`,
    )
    .all()
}

describe('a story whose file was saved', () => {
  it.each([1, 2, 20, 200])('%s times is ranked as if it had been written once', (times) => {
    const database = createWordIndex([...OTHERS, STORY])
    for (let save = 1; save <= times; save += 1) {
      replace(database, { ...STORY, body: `It came ${'again and '.repeat(save)} went.` })
      // Some saves in one transaction are settled together.
      if (save % 3 === 0) settleTotals(database)
    }
    replace(database, STORY)
    expect(listScores(database)).toEqual(listScores(createWordIndex([...OTHERS, STORY])))
  })

  it('and deleted leaves the others ranked as if it had never been', () => {
    const database = createWordIndex([...OTHERS, STORY])
    replace(database, { ...STORY, draft: true })
    expect(listScores(database)).toEqual(listScores(createWordIndex(OTHERS)))
  })

  it.each<[string, Given]>([
    ['is as it was', STORY],
    [
      'has other words',
      { ...STORY, title: 'High tide', body: 'The tide went out, said the harbour master.' },
    ],
    ['has another language', { ...STORY, language: 'de' }],
    ['has another section and writer', { ...STORY, section: 'News', authors: ['Ada Quill'] }],
    ['has no words', { slug: 'story', title: '!' }],
    ['begins with another word', { ...STORY, body: 'This tide came in.' }],
    ['ends in another word', { ...STORY, body: 'The tide came up.' }],
    ['is longer', { ...STORY, body: 'The tide came in. The tide went.' }],
    ['is shorter', { ...STORY, body: 'The tide came' }],
    ['lost a word that it still has', { ...STORY, body: 'The tide came in, in.' }],
    ['lost a word that its headline has', { ...STORY, body: 'The came in.' }],
    ['has half a word', { ...STORY, body: 'The ti came in.' }],
    ['has a word in two', { ...STORY, body: 'The t ide came in.' }],
    ['has a space in front of its headline', { ...STORY, title: ' Tide' }],
    ['is in a script without spaces', { ...STORY, body: '港口城市的潮水。ราชอาณาจักร' }],
  ])('%s: the index is the same as one made of it', (_, given) => {
    const database = createWordIndex([...OTHERS, STORY])
    replace(database, given)
    expect(dump(database)).toEqual(dump(createWordIndex([...OTHERS, given])))
  })

  it.each([
    ['has as many words as are indexed', 99_998, 'last of all'],
    ['has more', 100_001, 'last of all'],
    ['had more', 99_990, ''],
  ])('%s, and lost its first: the index is the same as one made of it', (_, words, end) => {
    const rest = Array.from({ length: words }, (_each, at) => `w${at % 500}`).join(' ')
    const body = `${rest} ${end}`
    const database = createWordIndex([{ ...STORY, body: `Tides before it ${body} one two three four` }])
    replace(database, { ...STORY, body })
    expect(dump(database)).toEqual(dump(createWordIndex([{ ...STORY, body }])))
  })

  it('is not found as a draft, and is found again', () => {
    const database = createWordIndex([...OTHERS, STORY])
    const whole = dump(database)
    replace(database, { ...STORY, draft: true })
    expect(dump(database)).toEqual(dump(createWordIndex(OTHERS)))
    replace(database, STORY)
    expect(dump(database)).toEqual(whole)
  })

  it('writes no word where nothing of it changed', () => {
    const database = createWordIndex([...OTHERS, STORY])
    const before = database.prepare('SELECT total_changes() AS changes').get()?.changes
    const id = Number(database.prepare("SELECT id FROM post WHERE slug = 'story'").get()?.id)
    const text = readStoryText(database, id)
    replaceStory(database, id, { before: text, wasDraft: false, after: text })
    expect(database.prepare('SELECT total_changes() AS changes').get()?.changes).toBe(before)
  })

  it('that is new is indexed', () => {
    const database = openEmpty()
    putStory(database, STORY)
    const other = createWordIndex([STORY])
    const text = readStoryText(other, 1)
    other.exec(
      'DELETE FROM search_story; DELETE FROM search; DELETE FROM search_word; DELETE FROM search_spelt; DELETE FROM search_typo; DELETE FROM search_language',
    )
    if (text !== null) replaceStory(other, 1, { before: null, wasDraft: false, after: text })
    expect(dump(other)).toEqual(dump(database))
    expect(text).not.toBeNull()
  })
})
