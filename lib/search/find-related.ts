import type { DatabaseSync } from 'node:sqlite'
import type { PostSummary } from '#lib/content/post.ts'
import { LIVE_POST } from '#lib/index/live.ts'
import { readStored } from '#lib/text/json.ts'
import { toAnyExpression } from './query/match-expression.ts'
import { countIndexed } from './store/count-indexed.ts'
import { listStoryWords } from './store/index-story.ts'
import { prepare } from './store/prepare.ts'
import { readStoryText, type StoryText } from './store/story-text.ts'
import { toPlace } from './store/to-place.ts'
import { isNearDuplicate, type Sketch } from './words/sketch.ts'
import { isSingleCharacter } from './words/tokenize.ts'

/** `exclude`: slugs that the page shows already. */
export type RelatedOptions = { now: Date; limit: number; exclude?: readonly string[] }

const MAX_WORDS = 12

/** A word in more stories than this share of them says little about a story; of a small paper, in more than so many. */
const MAX_SHARE = 0.02
const MAX_OF_FEW = 900
const MAX_SHARE_OF_FEW = 0.3

/** Words that tell less than this share of what the best one does are left out. */
const MIN_WEIGHT = 0.15

/** How much less a word counts that a story mentions once, and in how few stories a word counts less. */
const ONCE = 0.3
const FEW_STORIES = 5

/** Entries of the index that are read, the rarest words first. */
const MAX_POSTINGS = 8_000

/** The best matches of which those that are live are compared, and how many of these. */
const MAX_LOOKED = 200
const MAX_CANDIDATES = 40
const MAX_TERMS = 4_000

/** How much more a story counts for the same section, and for each tag they share (three at most). */
const SAME_SECTION = 0.1
const SAME_TAG = 0.15

/** Stories as good as each other to this much come newest first. */
const EQUAL = 0.05

/**
 * Live stories about the same as the story in row `id` of `post`, the best first. None is nearly the same as it or as
 * another of them. Empty where it has no words that tell it from others.
 */
export function findRelated(database: DatabaseSync, id: number, options: RelatedOptions): PostSummary[] {
  const story = readStoryText(database, id)
  const own = getSketch(database, id)
  if (story === null || own === null) return []
  const words = listTelling(database, story)
  if (words.length === 0) return []
  const candidates = listCandidates(database, words, id, options.now)
  const ranked = rank(candidates, story).filter(({ slug }) => !options.exclude?.includes(slug))
  return dropDuplicates(ranked, own, options.limit).map(({ summary }) => summary)
}

type Candidate = { slug: string; summary: PostSummary; score: number; published: number; sketch: Sketch }

/** The words that are frequent in the story and rare in the paper (TF-IDF), those of the title counting threefold. */
function listTelling(database: DatabaseSync, story: StoryText): string[] {
  const { body, title, tags } = listStoryWords(story)
  const counts = new Map<string, number>()
  for (const word of body.slice(0, MAX_TERMS)) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const word of [...title, ...tags]) counts.set(word, (counts.get(word) ?? 0) + 3)
  const indexed = countIndexed(database)
  const most = Math.max(3, indexed * MAX_SHARE, Math.min(indexed * MAX_SHARE_OF_FEW, MAX_OF_FEW))
  const weighed = listKnown(database, [...counts.keys()])
    .filter(({ word, stories }) => stories > 1 && stories <= most && !isSingleCharacter(word))
    .map((known) => ({ ...known, weight: toWeight(counts.get(known.word) ?? 0, known.stories, indexed) }))
    .toSorted((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
  const least = (weighed[0]?.weight ?? 0) * MIN_WEIGHT
  let left = MAX_POSTINGS
  return weighed
    .slice(0, MAX_WORDS)
    .filter(({ weight }) => weight >= least)
    .toSorted((a, b) => a.stories - b.stories)
    .filter(({ stories }) => {
      left -= stories
      return left >= 0
    })
    .map(({ word }) => word)
}

/** TF-IDF with mentions under a root. What is mentioned once, or hardly anywhere else, is seldom what a story is about. */
function toWeight(count: number, stories: number, indexed: number): number {
  const rarity = Math.log(indexed / stories) * (stories < FEW_STORIES ? stories / FEW_STORIES : 1)
  return Math.sqrt(count) * rarity * (count === 1 ? ONCE : 1)
}

function listKnown(database: DatabaseSync, words: readonly string[]): { word: string; stories: number }[] {
  return prepare(
    database,
    `SELECT word, stories FROM json_each(?) AS asked CROSS JOIN search_word ON search_word.word = asked.value`,
  )
    .all(JSON.stringify(words))
    .map((row) => ({ word: String(row.word), stories: Number(row.stories) }))
}

function listCandidates(
  database: DatabaseSync,
  words: readonly string[],
  id: number,
  now: Date,
): Candidate[] {
  const rows = prepare(
    database,
    `WITH found AS MATERIALIZED (
       SELECT rowid AS place, -bm25(search, 1, 3) AS score FROM search
       WHERE search MATCH :match AND rowid <= :high ORDER BY score DESC LIMIT :looked
     )
     SELECT slug, data, score, published, sketch_high, sketch_low FROM found
     CROSS JOIN search_story ON search_story.place = found.place
     CROSS JOIN post ON post.id = search_story.post
     WHERE search_story.post <> :id AND ${LIVE_POST} ORDER BY score DESC LIMIT :max`,
  ).all({
    match: toAnyExpression(words),
    high: toPlace(now.getTime()),
    now: now.getTime(),
    id,
    looked: MAX_LOOKED,
    max: MAX_CANDIDATES,
  })
  return rows.map((row) => ({
    slug: String(row.slug),
    summary: { ...readStored(() => JSON.parse(String(row.data))), slug: String(row.slug) },
    score: Number(row.score),
    published: Number(row.published),
    sketch: { high: Number(row.sketch_high), low: Number(row.sketch_low) },
  }))
}

function rank(candidates: readonly Candidate[], story: StoryText): Candidate[] {
  const tags = new Set(story.tags.map(({ slug }) => slug))
  const nudged = candidates.map((candidate) => ({
    ...candidate,
    score: candidate.score * toNudge(candidate),
  }))
  const best = Math.max(...nudged.map(({ score }) => score))
  const toStep = ({ score }: Candidate) => Math.floor(score / best / EQUAL)
  return nudged.toSorted((a, b) => toStep(b) - toStep(a) || b.published - a.published)

  function toNudge({ summary }: Candidate): number {
    const shared = summary.tags.filter(({ slug }) => tags.has(slug)).length
    const isSame = story.section !== null && summary.section?.slug === story.section.slug
    return 1 + (isSame ? SAME_SECTION : 0) + Math.min(shared, 3) * SAME_TAG
  }
}

function dropDuplicates(ranked: readonly Candidate[], own: Sketch, limit: number): Candidate[] {
  const kept: Candidate[] = []
  for (const candidate of ranked) {
    if (kept.length >= limit) break
    const others = [own, ...kept.map(({ sketch }) => sketch)]
    if (!others.some((sketch) => isNearDuplicate(sketch, candidate.sketch))) kept.push(candidate)
  }
  return kept
}

function getSketch(database: DatabaseSync, id: number): Sketch | null {
  const row = prepare(database, 'SELECT sketch_high, sketch_low FROM search_story WHERE post = ?').get(id)
  return row === undefined ? null : { high: Number(row.sketch_high), low: Number(row.sketch_low) }
}
