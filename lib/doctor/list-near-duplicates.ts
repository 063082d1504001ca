import type { Index } from '#lib/index/index-state.ts'
import { iterateStories } from '#lib/queries/whole-paper.ts'
import { listStoryWords } from '#lib/search/store/index-story.ts'
import { hashShingle, hashWord } from '#lib/search/words/hash-words.ts'
import { isNearDuplicate, type Sketch, toSketch } from '#lib/search/words/sketch.ts'
import { readContent } from './read-content.ts'

/** Shorter texts are alike by chance. */
const MIN_WORDS = 30

/** Texts that share seven of ten shingles share one of so many least ones, but for one pair in a thousand. */
const LEAST_HASHES = 6

/** Stories that share a least shingle and are compared with another one that has it. */
const MAX_COMPARED = 50

type Story = { file: string; sketch: Sketch; group: string[] }

/**
 * Groups of files below the content folder whose texts are the same but for some words, each in the order of file names.
 * Identical copies, which the site shows once, are not among them.
 */
export function listNearDuplicates(contentDir: string, log: (line: string) => void): Promise<string[][]> {
  return readContent(contentDir, log, groupStories)
}

function groupStories(index: Index): string[][] {
  const known = Array.from({ length: LEAST_HASHES }, () => new Map<number, Story[]>())
  const groups = new Set<string[]>()
  for (const post of iterateStories(index)) {
    const words = listStoryWords(post).body
    if (words.length < MIN_WORDS) continue
    const story: Story = { file: post.sourceFile, sketch: toSketch(words), group: [] }
    const alike = listLeastHashes(words).flatMap((hash, place) => note(known[place], hash, story))
    const twin = alike.find(({ sketch }) => isNearDuplicate(sketch, story.sketch))
    story.group = twin?.group ?? story.group
    story.group.push(story.file)
    if (story.group.length > 1) groups.add(story.group)
  }
  return [...groups]
    .map((group) => group.toSorted())
    .toSorted((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
}

/** Puts a story where its likes are, and answers with those that were there before. */
function note(known: Map<number, Story[]> | undefined, hash: number, story: Story): Story[] {
  const before = known?.get(hash) ?? []
  if (before.length < MAX_COMPARED) known?.set(hash, [...before, story])
  return before
}

/** The least hash of three words in a row, by several ways to hash (MinHash). */
function listLeastHashes(words: readonly string[]): number[] {
  const hashes = words.map(hashWord)
  const shingles = hashes.slice(2).map((hash, at) => hashShingle(hashes[at] ?? 0, hashes[at + 1] ?? 0, hash))
  return Array.from({ length: LEAST_HASHES }, (_, way) =>
    shingles.reduce((least, shingle) => Math.min(least, hashShingle(shingle, way, 0)), 2 ** 32),
  )
}
