import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const WORDS = (
  'harbour tide council vote ferry crane quay storm budget school market bridge lamp rope salt gull chart ' +
  'anchor winter summer morning evening witness figure answer letter county plan road field river window ' +
  'the a of and to in it that was for on with as by at from this which but they had not are his her'
).split(' ')
const SECTIONS = ['News', 'Harbour', 'Business', 'Culture', 'Sport', 'Opinion']
const DAY = 86_400_000
const NEWEST = Date.UTC(2026, 0, 1)

/**
 * Writes `count` invented stories of about `bytes` each below `contentDir/posts/<year>/<month>/`. The same on every
 * machine: the words come from a fixed sequence, not from chance.
 */
export function generatePosts(contentDir: string, count: number, bytes = 5_000): void {
  const folders = new Set<string>()
  for (let number = 0; number < count; number += 1) {
    const published = new Date(NEWEST - Math.floor((number * 3_650 * DAY) / count))
    const folder = path.join(contentDir, 'posts', published.toISOString().slice(0, 7).replace('-', '/'))
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
    folders.add(folder)
    writeFileSync(path.join(folder, `story-${number}.md`), generatePost(number, published, bytes))
  }
}

/** One story of the sequence, front matter and all. */
export function generatePost(number: number, published: Date, bytes = 5_000): string {
  const next = createSequence(number + 1)
  const words = (length: number) => Array.from({ length }, () => WORDS[next() % WORDS.length]).join(' ')
  const head = [
    '---',
    `title: Story ${number} ${words(6)}`,
    `description: ${words(18)}.`,
    `date: ${published.toISOString()}`,
    `section: ${SECTIONS[next() % SECTIONS.length]}`,
    `tags: [tag ${next() % 200}, tag ${next() % 200}, tag ${next() % 200}]`,
    `authors: [Writer ${next() % 40}]`,
    '---',
    '',
  ].join('\n')
  const paragraphs = []
  for (let size = head.length; size < bytes; size += paragraphs.at(-1)?.length ?? 0) {
    paragraphs.push(`${words(70)}. See [another](https://example.org/${next()}) and **${words(3)}**.\n`)
  }
  return `${head}${paragraphs.join('\n')}`
}

/** A linear congruential sequence (Numerical Recipes' constants), so that every run writes the same words. */
function createSequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 8
  }
}
