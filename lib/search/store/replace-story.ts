import type { DatabaseSync } from 'node:sqlite'
import { isDeepStrictEqual } from 'node:util'
import { compareWords } from './compare-words.ts'
import { countLanguage, countStory, uncountStory } from './count-words.ts'
import { isIndexingBehind } from './index-behind.ts'
import { indexStory, listStoryWords, putStory, takeOut, toDistinct, toFieldTexts } from './index-story.ts'
import { prepare } from './prepare.ts'
import type { StoryText } from './story-text.ts'

/** A story as it was, and as it is. `before` is null where there was none, `after` where it is not to be found, as a draft. */
type Change = { before: StoryText | null; wasDraft: boolean; after: StoryText | null }

/**
 * Brings the index of words up with a story whose row in `post` was written, in the caller's transaction. What is the same as
 * before is left alone, and only words that came or went are counted.
 *
 * @param change `before` as `readStoryText` gave it before the row was written
 */
export function replaceStory(database: DatabaseSync, id: number, { before, wasDraft, after }: Change): void {
  const isIndexed = prepare(database, 'SELECT 1 FROM search_story WHERE post = ?').get(id) !== undefined
  if (before !== null && after !== null && isSameText(before, after)) {
    // One that has no words yet gets them with all others that have none.
    if (isIndexed || (!wasDraft && isIndexingBehind(database))) return
  }
  if (before !== null && isIndexed) exchange(database, id, before, after)
  else if (after !== null) indexStory(database, id, after)
}

function exchange(database: DatabaseSync, id: number, before: StoryText, after: StoryText | null): void {
  takeOut(database, id)
  countLanguage(database, before.language, -1)
  if (after === null) {
    uncountStory(database, toDistinct(listStoryWords(before)))
    return
  }
  const texts = toFieldTexts(after)
  const words = putStory(database, id, after, texts)
  const { lost, gained } = compareWords({ before: toFieldTexts(before), after: texts, words })
  uncountStory(database, lost)
  countStory(database, gained)
}

/** What is found of a story, and where. */
function isSameText(one: StoryText, other: StoryText): boolean {
  return isDeepStrictEqual(toIndexed(one), toIndexed(other))
}

function toIndexed({ body, title, standfirst, authors, tags, section, language, published }: StoryText) {
  return { body, title, standfirst, authors, tags, section, language, published }
}
