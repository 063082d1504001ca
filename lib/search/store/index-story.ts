import type { DatabaseSync } from 'node:sqlite'
import { toSearchText } from '../words/search-text.ts'
import { toSketch } from '../words/sketch.ts'
import { listWords } from '../words/tokenize.ts'
import { countLanguage, countStory, uncountStory } from './count-words.ts'
import { toFacetWord } from './facets.ts'
import { prepare } from './prepare.ts'
import { readStoryText, type StoryText } from './story-text.ts'
import { findFreePlace } from './to-place.ts'
import { noteDeleted } from './totals.ts'

/** Words of one field that are indexed; the rest is not searchable. */
export const MAX_WORDS = 100_000

export type Field = 'body' | 'title' | 'standfirst' | 'authors' | 'tags'

/** What the words of a story are taken from, field by field, in normal form C. */
export type FieldTexts = Record<Field, string>

/** The words of a story, field by field. */
export type StoryWords = Record<Field, string[]>

export function toFieldTexts({ body, title, standfirst, authors, tags }: StoryText): FieldTexts {
  const names = (terms: StoryText['tags']) => terms.map(({ name }) => name).join(' ')
  return {
    body: toSearchText(body),
    title: title.normalize('NFC'),
    standfirst: standfirst.normalize('NFC'),
    authors: names(authors).normalize('NFC'),
    tags: names(tags).normalize('NFC'),
  }
}

export function listStoryWords(story: StoryText): StoryWords {
  return listFieldWords(toFieldTexts(story))
}

function listFieldWords({ body, title, standfirst, authors, tags }: FieldTexts): StoryWords {
  return {
    body: listWords(body, MAX_WORDS),
    title: listWords(title, MAX_WORDS),
    standfirst: listWords(standfirst, MAX_WORDS),
    authors: listWords(authors, MAX_WORDS),
    tags: listWords(tags, MAX_WORDS),
  }
}

/**
 * Puts a story into the index of words, in the caller's transaction. A story that is there already is to be removed
 * first, before its row in `post` or its text changes.
 *
 * @param id its row in `post`
 */
export function indexStory(database: DatabaseSync, id: number, story: StoryText): void {
  countStory(database, toDistinct(putStory(database, id, story)))
}

/** As `indexStory`, without counting its words. Answers with them. */
export function putStory(
  database: DatabaseSync,
  id: number,
  story: StoryText,
  texts = toFieldTexts(story),
): StoryWords {
  const words = listFieldWords(texts)
  const place = findFreePlace(database, Date.parse(story.published), id)
  const sketch = toSketch(words.body)
  prepare(
    database,
    'INSERT INTO search_story (place, post, section, sketch_high, sketch_low) VALUES (?, ?, ?, ?, ?)',
  ).run(place, id, story.section?.slug ?? null, sketch.high, sketch.low)
  prepare(
    database,
    'INSERT INTO search (rowid, body, title, standfirst, authors, tags, facets) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(
    place,
    words.body.join(' '),
    words.title.join(' '),
    words.standfirst.join(' '),
    words.authors.join(' '),
    words.tags.join(' '),
    listFacetWords(story).join(' '),
  )
  countLanguage(database, story.language, 1)
  return words
}

/** Takes a story out of the index of words, while its row in `post` and its text are still as they were indexed. */
export function removeStory(database: DatabaseSync, id: number): void {
  if (!takeOut(database, id)) return
  const story = readStoryText(database, id)
  if (story === null) return
  uncountStory(database, toDistinct(listStoryWords(story)))
  countLanguage(database, story.language, -1)
}

/** As `removeStory`, without what is counted of its words. Answers with whether it was in. */
export function takeOut(database: DatabaseSync, id: number): boolean {
  const row = prepare(database, 'DELETE FROM search_story WHERE post = ? RETURNING place').get(id)
  if (row === undefined) return false
  noteDeleted(database, Number(row.place))
  prepare(database, 'DELETE FROM search WHERE rowid = ?').run(Number(row.place))
  return true
}

function listFacetWords({ section, authors, tags }: StoryText): string[] {
  return [
    ...(section === null ? [] : [toFacetWord('section', section.slug)]),
    ...authors.map(({ slug }) => toFacetWord('author', slug)),
    ...tags.map(({ slug }) => toFacetWord('tag', slug)),
  ]
}

/** The words of a story, each once. */
export function toDistinct(words: StoryWords): Set<string> {
  const distinct = new Set<string>()
  for (const list of Object.values(words)) for (const word of list) distinct.add(word)
  return distinct
}
