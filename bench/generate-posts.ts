import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createStory } from './words/create-story.ts'

const DAY = 86_400_000
const NEWEST = Date.UTC(2026, 0, 1)

/**
 * Writes `count` invented stories of about `bytes` each below `contentDir/posts/<year>/<month>/`, in eight languages with
 * a vocabulary of natural size. The same on every machine: the words come from a fixed sequence, not from chance.
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
  const story = createStory(number, bytes)
  return [
    '---',
    `title: ${JSON.stringify(story.title)}`,
    `description: ${JSON.stringify(story.description)}`,
    `date: ${published.toISOString()}`,
    `language: ${story.language}`,
    `section: ${story.section}`,
    `tags: [${story.tags.join(', ')}]`,
    `authors: [${story.author}]`,
    '---',
    '',
    ...story.paragraphs.map(
      (paragraph, at) => `${paragraph} [See another](https://example.org/${number}-${at}).\n`,
    ),
  ].join('\n')
}
