import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { toAliasKey } from '#lib/index/alias-key.ts'
import { openIndex } from '#lib/index/open-index.ts'
import { POST_COLUMNS, toPost } from '#lib/index/post-row.ts'
import { syncIndex } from '#lib/index/sync.ts'
import type { StoryNames } from './guess-permalinks.ts'

export type KnownStories = { stories: StoryNames[]; answers: (path: string) => boolean }

/** Every story of the content folder by its names, and whether the site answers at a path as things stand. */
export async function readStories(contentDir: string, log: (line: string) => void): Promise<KnownStories> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'broadsheet-doctor-'))
  try {
    const index = openIndex({ contentDir, dataDir, log })
    await syncIndex(index)
    const posts = index.prepare(`SELECT ${POST_COLUMNS}, data FROM post WHERE slug IS NOT NULL`).all()
    const aliases = new Set(
      index
        .prepare('SELECT path FROM alias')
        .all()
        .map((row) => String(row.path)),
    )
    const days = new Intl.DateTimeFormat('en-CA', { timeZone: index.site.timeZone, dateStyle: 'short' })
    const stories = posts.map(toPost).map(
      (post): StoryNames => ({
        slug: post.slug,
        filename: path.posix.parse(post.sourceFile).name,
        title: post.title,
        date: days.format(new Date(post.published)),
        section: post.section?.slug ?? null,
        tags: post.tags.map(({ slug }) => slug),
        language: post.language,
      }),
    )
    index.database.close()
    const own = new Set(stories.map(({ slug }) => `/posts/${slug}`))
    return {
      stories,
      answers: (asked) => own.has(asked.replace(/\/$/, '')) || aliases.has(toAliasKey(asked)),
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
