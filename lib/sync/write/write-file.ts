import path from 'node:path'
import { getContentKind } from '#lib/content/content-kind.ts'
import type { Author, Page } from '#lib/content/page.ts'
import type { Post } from '#lib/content/post.ts'
import { type Audience, isOpenAt, toAudience } from '#lib/content/publicity/audience.ts'
import { toAliasKey } from '#lib/index/addresses/alias-key.ts'
import { putRedirects } from '#lib/index/addresses/redirects.ts'
import type { Index } from '#lib/index/index-state.ts'
import { putGone } from '#lib/index/moves.ts'
import { POST_COLUMNS, type PostRow, toPostRow } from '#lib/index/post-row.ts'
import { putProblems, removeProblems } from '#lib/index/problems.ts'
import { writeTranslations } from '#lib/index/translations.ts'
import { putOwnPicture, removePictureUses } from '#lib/pictures/registry/picture-uses.ts'
import { formatProblem, type Problem } from '#lib/problems/problem.ts'
import { SITE_TAG } from '#lib/routes/cache-tags.ts'
import { toListPath, toPagePath } from '#lib/routes/paths.ts'
import { removeStory } from '#lib/search/store/index-story.ts'
import { replaceStory } from '#lib/search/store/replace-story.ts'
import { readStoryText } from '#lib/search/store/story-text.ts'
import { packText } from '#lib/text/packed-text.ts'
import { toSlug } from '#lib/text/slug.ts'
import type { PreparedFile, PreparedPost } from '../prepare/prepare-file.ts'
import { type Batch, detachPost } from '../reconcile.ts'
import { isAsWritten, putRow, toColumns, writeAliases } from './write-row.ts'
import { readLiveStory, removeUpdates, reportLostType, writeUpdates } from './write-updates.ts'

/**
 * Writes what a file holds, inside the caller's transaction. A file that can no longer be read as a story keeps its last
 * good version; what is wrong with it is recorded. `isNew`: the index holds nothing of it.
 */
export function writeFile(index: Index, batch: Batch, file: PreparedFile, isNew = false): void {
  index
    .prepare('INSERT OR REPLACE INTO file (path, stamp, hash) VALUES (?, ?, ?)')
    .run(file.path, file.stamp, file.fingerprint)
  // What is wrong with the settings was found when they were read: they come first.
  const kind = getContentKind(file.path)
  if (kind === 'root') batch.tags.add(SITE_TAG)
  if (kind === 'site' || kind === 'root') return
  const problems = writeContent(index, batch, file)
  if (!isNew || problems.length > 0) putProblems(index, 'parse', file.path, problems)
  if (!isNew) putProblems(index, 'render', file.path, [])
  if (batch.tracked) logErrors(index, problems)
}

/** Once, when the file was saved: not at every request for it, and not one by one for a whole archive. */
function logErrors(index: Index, problems: readonly Problem[]): void {
  for (const problem of problems) if (problem.severity === 'error') index.log(formatProblem(problem))
}

/** Forgets a file that is gone. */
export function removeFile(index: Index, batch: Batch, file: string): void {
  index.prepare('DELETE FROM file WHERE path = ?').run(file)
  removeProblems(index, file)
  removePictureUses(index, file)
  removePost(index, batch, file)
  if (file.startsWith('posts/')) return
  removePage(index, batch, file)
  removeAuthor(index, batch, file)
}

function removeAuthor(index: Index, batch: Batch, file: string): void {
  index.prepare('DELETE FROM author WHERE file = ?').run(file)
  putRedirects(index, file, [])
  batch.tags.add(SITE_TAG)
}

function removePage(index: Index, batch: Batch, file: string): void {
  index.prepare('DELETE FROM page WHERE file = ?').run(file)
  putRedirects(index, file, [])
  batch.tags.add(SITE_TAG)
}

function removePost(index: Index, batch: Batch, file: string): void {
  const row = getRowOfFile(index, file)
  if (row === null) return
  detachPost(index, batch, row)
  putGone(index, row, batch.now)
  removeStory(index.database, row.id)
  index.prepare('DELETE FROM alias WHERE post = ?').run(row.id)
  index.prepare('DELETE FROM identity WHERE post = ?').run(row.id)
  index.prepare('DELETE FROM translation WHERE post = ?').run(row.id)
  index.prepare('DELETE FROM packed_body WHERE post = ?').run(row.id)
  removeUpdates(index, row.id)
  index.prepare('DELETE FROM post WHERE id = ?').run(row.id)
}

/** A file with a new name and the same bytes stays the story it was: its old address will lead to the new one. */
export function renameFile(index: Index, from: string, to: string): void {
  index
    .prepare('UPDATE OR IGNORE post SET file = ?, name = ? WHERE file = ?')
    .run(to, path.posix.basename(to).normalize('NFC'), from)
}

function writeContent(index: Index, batch: Batch, { path: file, content }: PreparedFile): Problem[] {
  if (content === null || content.kind === 'none') return []
  const { kind, problems } = content
  if (kind === 'post') {
    if (content.post !== null) return [...problems, ...writeStory(index, batch, content.post, content)]
    hideIfClosed(index, batch, file, content.audience)
  } else if (kind === 'page') {
    if (content.page !== null) writePage(index, batch, content.page)
    else if (!problems.some(({ severity }) => severity === 'error')) removePage(index, batch, file)
    else hideIfClosed(index, batch, file, content.audience)
  } else if (content.author !== null) writeAuthor(index, batch, content.author)
  else if (!problems.some(({ severity }) => severity === 'error')) removeAuthor(index, batch, file)
  else hideIfClosed(index, batch, file, content.audience)
  return problems
}

/** Answers with what else is wrong: a live story is read further. */
function writeStory(index: Index, batch: Batch, post: Post, prepared: PreparedPost): Problem[] {
  const before = getRowOfFile(index, post.sourceFile)
  if (post.coverage === null) {
    const wasLive = before !== null && before.summary.coverage !== null
    if (wasLive && prepared.problems.length > 0 && isOpenAt(toAudience(post), batch.now))
      return [reportLostType(post)]
    if (wasLive) removeUpdates(index, before.id)
    writePost(index, batch, post, before, prepared)
    return []
  }
  const story = readLiveStory(index, post, post.coverage, before?.id ?? null)
  if (story.post === null) {
    hideIfClosed(index, batch, post.sourceFile, toAudience(post))
    return story.problems
  }
  const written = { ...prepared, packedBody: packText(story.post.body) }
  writeUpdates(index, writePost(index, batch, story.post, before, written), story.text)
  return story.problems
}

/** Answers with the number of its row. */
function writePost(
  index: Index,
  batch: Batch,
  post: Post,
  before: PostRow | null,
  { packedBody, permalinks }: Pick<PreparedPost, 'packedBody' | 'permalinks'>,
): number {
  const columns = toColumns(index, post)
  const aliases = [...post.aliases, ...permalinks].map(toAliasKey)
  const former = before === null ? null : readStoryText(index.database, before.id)
  const isSame = before !== null && isAsWritten(index, before.id, { columns, packedBody, aliases })
  if (before !== null && !isSame) detachPost(index, batch, before)
  const id = isSame ? before.id : putRow(index, columns)
  // While the index is filled for the first time, words are left for later.
  if (batch.tracked || former !== null) {
    const wasDraft = before?.draft === true
    replaceStory(index.database, id, { before: former, wasDraft, after: post.draft ? null : post })
  }
  putOwnPicture(index, post)
  if (before !== null || post.translations.length > 0) writeTranslations(index, id, post.translations)
  batch.baseSlugs.add(post.slug)
  if (isSame) return id
  index.prepare('INSERT OR REPLACE INTO packed_body (post, data) VALUES (?, ?)').run(id, packedBody)
  writeAliases(index, id, aliases, before === null)
  batch.posts.add(id)
  batch.copyKeys.add(columns.copyKey)
  return id
}

/** What can no longer be read keeps its last good version, but not before those who it says are not to see it. */
function hideIfClosed(index: Index, batch: Batch, file: string, audience: Audience | undefined): void {
  if (audience === undefined || isOpenAt(audience, batch.now)) return
  const kind = getContentKind(file)
  if (kind === 'page') removePage(index, batch, file)
  else if (kind === 'author') removeAuthor(index, batch, file)
  else hidePost(index, batch, file)
}

function hidePost(index: Index, batch: Batch, file: string): void {
  const row = getRowOfFile(index, file)
  if (row === null || row.draft) return
  detachPost(index, batch, row)
  index.prepare('UPDATE post SET draft = 1 WHERE id = ?').run(row.id)
  batch.posts.add(row.id)
}

function writePage(index: Index, batch: Batch, page: Page): void {
  const data = JSON.stringify(page)
  putFormerPaths(index, page, toPagePath(page.slug))
  const known = index.prepare('SELECT data FROM page WHERE file = ?').get(page.sourceFile)
  if (known?.data === data) return
  index
    .prepare('INSERT OR REPLACE INTO page (file, slug, data) VALUES (?, ?, ?)')
    .run(page.sourceFile, page.slug, data)
  batch.tags.add(SITE_TAG)
}

function writeAuthor(index: Index, batch: Batch, author: Author): void {
  const data = JSON.stringify(author)
  putFormerPaths(index, author, toListPath({ kind: 'author', slug: author.slug }))
  putOwnPicture(index, author)
  const known = index.prepare('SELECT data FROM author WHERE file = ?').get(author.sourceFile)
  if (known?.data === data) return
  index
    .prepare('INSERT OR REPLACE INTO author (file, slug, name_slug, data) VALUES (?, ?, ?, ?)')
    .run(author.sourceFile, author.slug, toSlug(author.name), data)
  batch.tags.add(SITE_TAG)
}

function putFormerPaths(
  index: Index,
  { aliases, sourceFile }: Pick<Page, 'aliases' | 'sourceFile'>,
  to: string,
): void {
  putRedirects(
    index,
    sourceFile,
    aliases.map((from) => ({ from, to, status: 308 })),
  )
}

function getRowOfFile(index: Index, file: string): PostRow | null {
  const row = index.prepare(`SELECT ${POST_COLUMNS} FROM post WHERE file = ?`).get(file)
  return row === undefined ? null : toPostRow(row)
}
