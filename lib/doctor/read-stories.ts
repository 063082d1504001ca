import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { toAliasKey } from '#lib/index/addresses/alias-key.ts'
import { iterateSummaries, listAliasKeys } from '#lib/queries/whole-paper.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { syncIndex } from '#lib/sync/sync.ts'
import type { StoryNames } from './guess-permalinks.ts'

export type KnownStories = { stories: StoryNames[]; answers: (path: string) => boolean }

/** Every story of the content folder by its names, and whether the site answers at a path as things stand. */
export async function readStories(contentDir: string, log: (line: string) => void): Promise<KnownStories> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'broadsheet-doctor-'))
  try {
    const index = openIndex({ contentDir, dataDir, log })
    await syncIndex(index)
    const aliases = new Set(listAliasKeys(index))
    const days = new Intl.DateTimeFormat('en-CA', { timeZone: index.site.timeZone, dateStyle: 'short' })
    const stories = [...iterateSummaries(index)].map(
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
