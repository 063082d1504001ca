import { isOneEditAway } from '#lib/text/edit-distance.ts'
import { type Parsed, reportWarning } from '../diagnostic.ts'
import { type RawValue, toText } from '../keys/raw-value.ts'

/** What a story is, as schema.org's subtypes of NewsArticle tell them apart; `live` is a LiveBlogPosting. */
export const STORY_TYPES = [
  'news',
  'opinion',
  'analysis',
  'reportage',
  'review',
  'background',
  'live',
] as const

export type StoryType = (typeof STORY_TYPES)[number]

/**
 * `type: opinion`. Other systems keep the name of a layout there (`post`, `article`): what is none of ours is plain news
 * without a word, unless it looks like one of ours misspelt.
 */
export function parseStoryType([first]: RawValue[]): Parsed<StoryType> {
  const written = toText(first?.value).trim().toLowerCase()
  const known = STORY_TYPES.find((type) => type === written)
  if (known !== undefined || first === undefined) return { value: known ?? 'news', diagnostics: [] }
  const guess = STORY_TYPES.find((type) => isOneEditAway(written, type))
  if (guess === undefined) return { value: 'news', diagnostics: [] }
  const message = 'this type of story is not known, and was read as news'
  const hint = `Write ${first.key}: ${guess} if that is what you mean`
  return {
    value: 'news',
    diagnostics: [reportWarning({ field: first.key, found: first.value, message, hint })],
  }
}
