import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createStory, type InventedStory } from '../words/create-story.ts'

const DAY_MS = 86_400_000
/** Sentences of an update's text, of eight to sixteen words each. */
const SENTENCES = 4
/** What an invented story must be asked for to have a paragraph. */
const STORY_BYTES = 500

/** A live story of the bench: its file, and the updates in it, the oldest first. */
export type Blog = { slug: string; file: string; start: Date; updates: string[] }

/** A live story that began a day ago, with `count` updates of about 350 characters of English, one a minute; its text is its own (`seed`). */
export function createBlog(contentDir: string, slug: string, count: number, seed: number): Blog {
  const start = new Date(Math.floor((Date.now() - DAY_MS) / 60_000) * 60_000)
  const blog: Blog = { slug, file: path.join(contentDir, 'posts', `${slug}.md`), start, updates: [] }
  for (let number = 0; number < count; number += 1) addUpdate(blog, seed + number)
  saveBlog(blog)
  return blog
}

/** Adds an update; gives its id. The file is not saved. */
export function addUpdate({ start, updates }: Blog, seed: number): string {
  const { title, paragraphs, author } = createEnglishStory(seed)
  const text = (paragraphs[0] ?? '').split('. ').slice(0, SENTENCES).join('. ')
  const minute = new Date(start.getTime() + updates.length * 60_000).toISOString()
  const words = title.split(' ').slice(0, 8).join(' ')
  const marks = updates.length % 10 === 0 ? ' {key}' : ''
  updates.push(
    `## ${minute.slice(0, 10)} ${minute.slice(11, 16)} ${words}${marks} {by: ${author}}\n\n${text}\n`,
  )
  return `${minute.slice(0, 10)}-${minute.slice(11, 16).replace(':', '')}`
}

/** Some of every hundred invented stories are in English. */
function createEnglishStory(seed: number): InventedStory {
  for (let number = seed * 20; ; number += 1) {
    const story = createStory(number, STORY_BYTES)
    if (story.language === 'en') return story
  }
}

/** Saves as editors do: the whole file, in place of the one before. */
export function saveBlog({ file, slug, start, updates }: Blog): void {
  mkdirSync(path.dirname(file), { recursive: true })
  const head = `---\ntitle: ${slug}\ndate: ${start.toISOString()}\ntype: live\nsection: News\nauthors: [Ada Quill]\n---\n\nWhat this is about.\n\n`
  writeFileSync(`${file}.tmp`, head + updates.join('\n'))
  renameSync(`${file}.tmp`, file)
}
