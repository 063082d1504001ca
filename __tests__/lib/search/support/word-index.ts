import type { DatabaseSync } from 'node:sqlite'
import type { Post } from '#lib/content/post.ts'
import { openEmpty } from '#lib/index/database.ts'
import { indexStory, removeStory } from '#lib/search/store/index-story.ts'
import { packText } from '#lib/text/packed-text.ts'
import { toSlug } from '#lib/text/slug.ts'

export const NOW = new Date('2026-05-01T12:00:00Z')
export const OPTIONS = { now: NOW, timeZone: 'UTC' }

/** What a test says of a story; everything else is as in `BASE`. */
export type Given = {
  slug: string
  title?: string
  standfirst?: string
  body?: string
  section?: string
  tags?: string[]
  authors?: string[]
  language?: string
  published?: string
  expires?: string
  draft?: boolean
}

/** An index in memory, with these stories in it. */
export function createWordIndex(stories: readonly Given[]): DatabaseSync {
  const database = openEmpty()
  for (const story of stories) putStory(database, story)
  return database
}

/** Writes a story as a sync does: out of the index of words with what it was, and in again with what it is. */
export function putStory(database: DatabaseSync, given: Given): number {
  const post = toPost(given)
  const before = database.prepare('SELECT id FROM post WHERE slug = ?').get(post.slug)
  if (before !== undefined) removeStory(database, Number(before.id))
  const { body, ...summary } = post
  const row = database
    .prepare(
      `INSERT INTO post (file, name, slug, base_slug, copy_key, language, published, expires, draft, month, modified, corrected, data)
       VALUES (:file, :file, :slug, :slug, :slug, :language, :published, :expires, :draft, '', 0, 0, :data)
       ON CONFLICT (file) DO UPDATE SET published = excluded.published, expires = excluded.expires, draft = excluded.draft,
         language = excluded.language, data = excluded.data RETURNING id`,
    )
    .get({
      file: post.sourceFile,
      slug: post.slug,
      language: post.language,
      published: Date.parse(post.published),
      expires: post.expires === null ? null : Date.parse(post.expires),
      draft: Number(post.draft),
      data: JSON.stringify(summary),
    })
  const id = Number(row?.id)
  database.prepare('INSERT OR REPLACE INTO packed_body (post, data) VALUES (?, ?)').run(id, packText(body))
  indexStory(database, id, post)
  return id
}

export function deleteStory(database: DatabaseSync, slug: string): void {
  const id = Number(database.prepare('SELECT id FROM post WHERE slug = ?').get(slug)?.id)
  removeStory(database, id)
  database.prepare('DELETE FROM packed_body WHERE post = ?').run(id)
  database.prepare('DELETE FROM post WHERE id = ?').run(id)
}

function toPost(given: Given): Post {
  const toTerm = (name: string) => ({ slug: toSlug(name), name })
  return {
    slug: given.slug,
    title: given.title ?? 'Untitled',
    description: '',
    standfirst: given.standfirst ?? '',
    body: given.body ?? '',
    bodyLine: 1,
    published: given.published ?? '2026-01-01T00:00:00Z',
    updated: null,
    expires: given.expires ?? null,
    draft: given.draft ?? false,
    crawling: 'all',
    weight: null,
    breakingUntil: null,
    section: given.section === undefined ? null : toTerm(given.section),
    tags: (given.tags ?? []).map(toTerm),
    authors: (given.authors ?? []).map(toTerm),
    image: null,
    language: given.language ?? 'en',
    direction: 'ltr',
    canonical: null,
    aliases: [],
    corrections: [],
    translations: [],
    wordCount: 0,
    readingMinutes: 1,
    sourceFile: `posts/${given.slug}.md`,
    contentHash: '0'.repeat(64),
    type: 'news',
    access: 'free',
    coverage: null,
    extra: {},
  }
}
