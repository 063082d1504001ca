import path from 'node:path'
import { parseFileName } from '#lib/content/fields/file-name.ts'
import { listPermalinks, type PermalinkSource } from '#lib/content/fields/permalinks.ts'
import type { PostSummary } from '#lib/content/post.ts'
import { decodePath } from '#lib/http/decode-path.ts'
import { toAliasKey } from '#lib/index/addresses/alias-key.ts'
import { isAnswered } from '#lib/index/addresses/link-target.ts'
import type { Index } from '#lib/index/index-state.ts'
import { iterateSummaries } from '#lib/queries/whole-paper.ts'
import type { StoryNames } from './guess-permalinks.ts'
import { readContent } from './read-content.ts'

export type KnownStories = {
  stories: StoryNames[]
  /** Addresses that the site does not answer as things stand. */
  missing: string[]
  /** Every address that patterns in site.yaml would give the stories, as `toAliasKey` writes it. */
  listAddresses: (patterns: readonly string[]) => Set<string>
}

/** Every story of the content folder by its names, and which of the addresses the site does not answer as things stand. */
export function readStories(
  contentDir: string,
  addresses: readonly string[],
  log: (line: string) => void,
): Promise<KnownStories> {
  return readContent(contentDir, log, (index) => listStories(index, addresses))
}

function listStories(index: Index, addresses: readonly string[]): KnownStories {
  const now = new Date()
  const missing = addresses.filter((address) => {
    const { pathname, search } = new URL(address, 'http://site.invalid')
    return !isAnswered(index, decodePath(pathname) ?? pathname, search, now)
  })
  const { timeZone } = index.site
  const days = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  const sources: PermalinkSource[] = []
  const stories = Array.from(iterateSummaries(index), (post): StoryNames => {
    sources.push(toSource(post))
    return {
      slug: post.slug,
      filename: path.posix.parse(post.sourceFile).name,
      title: post.title,
      date: days.format(new Date(post.published)),
      section: post.section?.slug ?? null,
      tags: post.tags.map(({ slug }) => slug),
      language: post.language,
    }
  })
  return {
    stories,
    missing,
    listAddresses: (patterns) =>
      new Set(sources.flatMap((source) => listPermalinks(source, patterns, timeZone).map(toAliasKey))),
  }
}

/** What is known of a story's categories once it is read is its section and its tags. */
function toSource(post: PostSummary): PermalinkSource {
  const { slug, title, sourceFile, published, section, tags, authors, language, extra } = post
  return {
    post: { slug, title, sourceFile, published, section, tags, authors, language },
    name: parseFileName(sourceFile),
    categories: [],
    extra,
  }
}
