import path from 'node:path'
import type { Index } from '#lib/index/index-state.ts'
import { findSlug } from '#lib/queries/whole-paper.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { syncIndex } from '#lib/sync/sync.ts'

type Folders = { contentDir: string; dataDir: string; log: (line: string) => void }

/** The slug of a story, public or not, named by slug, by a path from here, or by one in the content folder; null: none. */
export async function findStory(asked: string, folders: Folders): Promise<string | null> {
  const index = openIndex(folders)
  const file = path.relative(folders.contentDir, path.resolve(asked))
  const slug = findSlug(index, { slug: asked, file }) ?? (await findNewSlug(index, file, asked))
  index.database.close()
  return slug
}

/** A running server keeps the index up with the files; where none runs, the story may not be in it yet. */
async function findNewSlug(index: Index, file: string, asked: string): Promise<string | null> {
  await syncIndex(index)
  return findSlug(index, { slug: asked, file })
}
