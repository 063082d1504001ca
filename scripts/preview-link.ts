import path from 'node:path'
import { getEnv } from '#lib/config/env.ts'
import type { Index } from '#lib/index/index-state.ts'
import { toPreviewPath } from '#lib/routes/preview-path.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { syncIndex } from '#lib/sync/sync.ts'

const VALID_DAYS = 7

/**
 * `npm run preview-link -- <file or slug>`: prints a link to a story that is not public yet, signed with
 * PREVIEW_SECRET, good for a week.
 *
 * @throws {Error} saying what to mend
 */
async function main(asked: string | undefined): Promise<void> {
  const { contentDir, dataDir, siteUrl, previewSecret } = getEnv()
  if (asked === undefined) throw new Error('Say which story: npm run preview-link -- <file or slug>')
  if (previewSecret === null) {
    throw new Error(
      'Set PREVIEW_SECRET, here and for the server, to the same secret of at least 16 characters.',
    )
  }
  const index = openIndex({ contentDir, dataDir, log: console.warn })
  const file = path.relative(contentDir, path.resolve(asked))
  const slug = findSlug(index, file, asked) ?? (await findNewSlug(index, file, asked))
  index.database.close()
  if (slug === null)
    throw new Error(`No story is called ${asked}. If its file is broken, npm run check-content says why.`)
  const expires = new Date(Date.now() + VALID_DAYS * 86_400_000)
  console.log(siteUrl + toPreviewPath(slug, expires, previewSecret))
}

/** A slug, a path from here, or a path in the content folder. */
function findSlug(index: Index, file: string, asked: string): string | null {
  const row = index
    .prepare('SELECT slug FROM post WHERE slug = :asked OR file IN (:file, :asked)')
    .get({ file, asked })
  return row === undefined || row.slug === null ? null : String(row.slug)
}

/** A running server keeps the index up with the files; where none runs, the story may not be in it yet. */
async function findNewSlug(index: Index, file: string, asked: string): Promise<string | null> {
  await syncIndex(index)
  return findSlug(index, file, asked)
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(Error.isError(error) ? error.message : error)
  process.exit(1)
})
