import path from 'node:path'
import { toAliasKey } from '#lib/index/alias-key.ts'
import type { Index } from '#lib/index/index-state.ts'
import { iterateSummaries, listAliasKeys } from '#lib/queries/whole-paper.ts'
import type { StoryNames } from './guess-permalinks.ts'
import { readContent } from './read-content.ts'

export type KnownStories = { stories: StoryNames[]; answers: (path: string) => boolean }

/** Every story of the content folder by its names, and whether the site answers at a path as things stand. */
export function readStories(contentDir: string, log: (line: string) => void): Promise<KnownStories> {
  return readContent(contentDir, log, listStories)
}

function listStories(index: Index): KnownStories {
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
  const own = new Set(stories.map(({ slug }) => `/posts/${slug}`))
  return {
    stories,
    answers: (asked) => own.has(asked.replace(/\/$/, '')) || aliases.has(toAliasKey(asked)),
  }
}
