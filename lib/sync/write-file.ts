import path from 'node:path'
import { getContentKind } from '#lib/content/content-kind.ts'
import { getCoverageEnd } from '#lib/content/coverage.ts'
import type { Author, Page } from '#lib/content/page.ts'
import type { Post } from '#lib/content/post.ts'
import { toAliasKey } from '#lib/index/addresses/alias-key.ts'
import { putRedirects } from '#lib/index/addresses/redirects.ts'
import type { Index } from '#lib/index/index-state.ts'
import { putGone } from '#lib/index/moves.ts'
import { POST_COLUMNS, type PostRow, toCopyKey, toPostRow } from '#lib/index/post-row.ts'
import { putProblems, removeProblems } from '#lib/index/problems.ts'
import { writeTranslations } from '#lib/index/translations.ts'
import { putOwnPicture, removePictureUses } from '#lib/pictures/registry/picture-uses.ts'
import { formatProblem, type Problem } from '#lib/problems/problem.ts'
import { SITE_TAG } from '#lib/routes/cache-tags.ts'
import { toListPath, toPagePath } from '#lib/routes/paths.ts'
import { removeStory } from '#lib/search/store/index-story.ts'
import { replaceStory } from '#lib/search/store/replace-story.ts'
import { readStoryText } from '#lib/search/store/story-text.ts'
import { getLargest } from '#lib/text/largest.ts'
import { packText } from '#lib/text/packed-text.ts'
import { toSlug } from '#lib/text/slug.ts'
import { toZonedMonth } from '#lib/time/zone.ts'
import type { PreparedFile, PreparedPost } from './prepare/prepare-file.ts'
import { type Batch, detachPost } from './reconcile.ts'
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
  index.prepare('DELETE FROM author WHERE file = ?').run(file)
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
    if (content.isDraft) hidePost(index, batch, file)
  } else if (kind === 'page') {
    if (content.page !== null) writePage(index, batch, content.page)
    else if (!problems.some(({ severity }) => severity === 'error')) removePage(index, batch, file)
  } else if (content.author !== null) writeAuthor(index, batch, content.author)
  return problems
}

/** Answers with what else is wrong: a live story is read further. */
function writeStory(index: Index, batch: Batch, post: Post, prepared: PreparedPost): Problem[] {
  const before = getRowOfFile(index, post.sourceFile)
  if (post.coverage === null) {
    const wasLive = before !== null && before.summary.coverage !== null
    if (wasLive && prepared.problems.length > 0 && !post.draft) return [reportLostType(post)]
    if (wasLive) removeUpdates(index, before.id)
    writePost(index, batch, post, before, prepared)
    return []
  }
  const story = readLiveStory(index, post, post.coverage, before?.id ?? null)
  if (story.post === null) return story.problems
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
  if (before !== null) detachPost(index, batch, before)
  const { body: _, ...summary } = post
  const former = before === null ? null : readStoryText(index.database, before.id)
  const copyKey = toCopyKey(post)
  const row = index
    .prepare(
      `INSERT INTO post (file, name, base_slug, copy_key, language, published, expires, breaking_until, coverage_start,
         coverage_end, draft, mapped, month, modified, corrected, data)
       VALUES (:file, :name, :baseSlug, :copyKey, :language, :published, :expires, :breakingUntil, :coverageStart,
         :coverageEnd, :draft, :mapped, :month, :modified, :corrected, :data)
       ON CONFLICT (file) DO UPDATE SET slug = NULL, base_slug = excluded.base_slug, copy_key = excluded.copy_key,
         language = excluded.language, published = excluded.published, expires = excluded.expires,
         breaking_until = excluded.breaking_until, coverage_start = excluded.coverage_start,
         coverage_end = excluded.coverage_end, draft = excluded.draft, mapped = excluded.mapped, month = excluded.month,
         modified = excluded.modified, corrected = excluded.corrected, data = excluded.data
       RETURNING id`,
    )
    .get({
      file: post.sourceFile,
      name: path.posix.basename(post.sourceFile).normalize('NFC'),
      baseSlug: post.slug,
      copyKey,
      language: post.language,
      published: Date.parse(post.published),
      expires: post.expires === null ? null : Date.parse(post.expires),
      breakingUntil: post.breakingUntil === null ? null : Date.parse(post.breakingUntil),
      coverageStart: post.coverage === null ? null : Date.parse(post.coverage.start),
      coverageEnd: post.coverage === null ? null : getCoverageEnd(post.coverage),
      draft: Number(post.draft),
      mapped: Number(post.crawling === 'all'),
      month: toZonedMonth(post.published, index.site.timeZone),
      modified: getLargest(listInstants(post), Date.parse(post.published)),
      corrected: Number(post.corrections.length > 0),
      data: JSON.stringify(summary),
    })
  const id = Number(row?.id)
  index.prepare('INSERT OR REPLACE INTO packed_body (post, data) VALUES (?, ?)').run(id, packedBody)
  // While the index is filled for the first time, words are left for later.
  if (batch.tracked || former !== null) {
    const wasDraft = before?.draft === true
    replaceStory(index.database, id, { before: former, wasDraft, after: post.draft ? null : post })
  }
  writeAliases(index, id, [...post.aliases, ...permalinks], before === null)
  putOwnPicture(index, post)
  if (before !== null || post.translations.length > 0) writeTranslations(index, id, post.translations)
  batch.posts.add(id)
  batch.baseSlugs.add(post.slug)
  batch.copyKeys.add(copyKey)
  return id
}

/** What can no longer be read keeps its last good version, but not before the public where it says that it is a draft. */
function hidePost(index: Index, batch: Batch, file: string): void {
  const row = getRowOfFile(index, file)
  if (row === null || row.draft) return
  detachPost(index, batch, row)
  index.prepare('UPDATE post SET draft = 1 WHERE id = ?').run(row.id)
  batch.posts.add(row.id)
}

/** When a story was published, updated and corrected, in milliseconds. */
function listInstants({ published, updated, corrections }: Post): number[] {
  return [published, updated ?? published, ...corrections.map(({ date }) => date)].map((at) => Date.parse(at))
}

function writeAliases(index: Index, post: number, aliases: readonly string[], isNew: boolean): void {
  if (!isNew) index.prepare('DELETE FROM alias WHERE post = ? AND moved = 0').run(post)
  const put = index.prepare('INSERT OR IGNORE INTO alias (path, post) VALUES (?, ?)')
  for (const alias of aliases) put.run(toAliasKey(alias), post)
}

function writePage(index: Index, batch: Batch, page: Page): void {
  index
    .prepare('INSERT OR REPLACE INTO page (file, slug, data) VALUES (?, ?, ?)')
    .run(page.sourceFile, page.slug, JSON.stringify(page))
  putFormerPaths(index, page, toPagePath(page.slug))
  batch.tags.add(SITE_TAG)
}

function writeAuthor(index: Index, batch: Batch, author: Author): void {
  index
    .prepare('INSERT OR REPLACE INTO author (file, slug, name_slug, data) VALUES (?, ?, ?, ?)')
    .run(author.sourceFile, author.slug, toSlug(author.name), JSON.stringify(author))
  putFormerPaths(index, author, toListPath({ kind: 'author', slug: author.slug }))
  putOwnPicture(index, author)
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
