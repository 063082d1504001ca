import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait, setImmediate as yieldToOthers } from 'node:timers/promises'
import { parseSite } from '#lib/config/parse-site.ts'
import type { Problem } from '#lib/content/problem.ts'
import { sha256 } from '#lib/format/hash.ts'
import { finishFilling, startFilling } from '#lib/search/count-words.ts'
import { resetClock } from './clock.ts'
import { setCache } from './database.ts'
import { getMeta, type Index, putMeta, transact } from './index-state.ts'
import { getParserVersion } from './parser-version.ts'
import { retryPictures } from './pictures.ts'
import { putProblems } from './problems.ts'
import { touchTags } from './revision.ts'
import { type Change, settle, startChange } from './settle.ts'
import { SITE_TAG } from './tags.ts'
import { type ContentFile, listContentFiles } from './walk.ts'
import { type FileContent, removeFile, renameFile, writeFile } from './write-file.ts'

/** Files by what became of them. */
export type SyncResult = { read: number; removed: number; unchanged: number }

/** One transaction at a time, none longer than this, and a pause after each: readers are answered in between. */
const SLICE_MS = 6
const PAUSE_MS = 6
const FIRST_SLICE_MS = 250

/**
 * Makes the index say what the files at or below the `scopes` say ('' for all). Reads only files whose size or times
 * changed, and parses only those whose bytes did. Stopped at any moment, the index is whole and the next run goes on.
 * Runs one after the other, however often it is called.
 *
 * @throws {MissingContentError} when the folder of posts is gone: nothing is removed for that
 */
export function syncIndex(index: Index, scopes: readonly string[] = ['']): Promise<SyncResult> {
  const run = index.lastSync.then(() => runSync(index, scopes))
  index.lastSync = run.catch(() => {})
  return run
}

async function runSync(index: Index, scopes: readonly string[]): Promise<SyncResult> {
  requirePosts(index)
  const isFirst = getMeta(index, 'complete') === null
  if (isFirst) prepareFilling(index)
  const mustParse = syncSite(index)
  const { changed, removed, unchanged } = await compare(index, mustParse ? [''] : scopes, mustParse)
  const movable = listMovable(index, removed)
  await inSlices(index, isFirst, changed, (change, file) =>
    syncFile(index, change, file, { mustParse, movable }),
  )
  await inSlices(index, isFirst, removed, (change, file) => removeFile(index, change, file))
  if (mustParse) putMeta(index, 'parser', getParserKey(index))
  if (isFirst) markComplete(index)
  index.status = 'ok'
  return { read: changed.length, removed: removed.length, unchanged }
}

/**
 * Takes an index made earlier as it stands, without looking at the stories' files. False when it was never complete, or
 * was made by another parser.
 */
export function adoptIndex(index: Index): boolean {
  if (getMeta(index, 'complete') === null || syncSite(index)) return false
  index.status = 'ok'
  return true
}

function prepareFilling(index: Index): void {
  setCache(index.database, 'filling')
  transact(index, () => startFilling(index.database))
}

/** The log of the first filling is folded into the index at once: it is as large as the index itself. */
function markComplete(index: Index): void {
  transact(index, () => finishFilling(index.database))
  putMeta(index, 'complete', new Date().toISOString())
  index.database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  setCache(index.database, 'serving')
}

/**
 * Paths of files that differ from the index, those that are gone among them. Looks at every file, but takes no turn in the
 * queue of syncs: an editor's save does not wait for it.
 *
 * @throws {MissingContentError} when the folder of posts is gone
 */
export async function listDifferent(index: Index): Promise<string[]> {
  requirePosts(index)
  const { changed, removed } = await compare(index, [''], false)
  return [...changed.map(({ path: file }) => file), ...removed]
}

/** An unmounted disk looks like an empty folder. A paper whose posts are all deleted still has its folder of posts. */
function requirePosts(index: Index): void {
  const stat = statSync(path.join(index.contentDir, 'posts'), { throwIfNoEntry: false })
  const isMissing = !stat?.isDirectory()
  if (isMissing && index.prepare('SELECT 1 FROM post LIMIT 1').get() !== undefined) {
    throw new MissingContentError(index.contentDir)
  }
}

export class MissingContentError extends Error {
  constructor(contentDir: string) {
    super(
      `CONTENT_DIR has no posts/ folder any more: ${contentDir}. The site stays as it was; is a disk not mounted?`,
    )
    this.name = 'MissingContentError'
  }
}

/** Reads site.yaml. True when every file must be parsed again, as the parser or a setting it uses is another now. */
function syncSite(index: Index): boolean {
  const file = path.join(index.contentDir, 'site.yaml')
  const text = statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, 'utf8') : null
  const { site, problems } = parseSite(text, 'site.yaml')
  index.site = site
  const hash = sha256(text ?? '')
  if (getMeta(index, 'site') !== hash) {
    transact(index, () => {
      putMeta(index, 'site', hash)
      putProblems(index, 'parse', 'site.yaml', problems)
      retryPictures(index, new Date())
      touchTags(index, new Set([SITE_TAG]), new Date())
    })
  }
  return getMeta(index, 'parser') !== getParserKey(index)
}

function getParserKey(index: Index): string {
  const { timeZone, language, boilerplate, sections } = index.site
  return sha256(JSON.stringify([getParserVersion(), timeZone, language, boilerplate, sections]))
}

type Difference = { changed: ContentFile[]; removed: string[]; unchanged: number }

async function compare(index: Index, scopes: readonly string[], mustParse: boolean): Promise<Difference> {
  const difference: Difference = { changed: [], removed: [], unchanged: 0 }
  for (const scope of scopes) {
    const { files, hidden } = await listContentFiles(index.contentDir, scope)
    const known = listKnown(index, scope)
    const changed = files.filter((file) => mustParse || known.get(file.path) !== file.stamp)
    for (const file of files) known.delete(file.path)
    const removed = [...known.keys()].filter(
      (file) => !hidden.some((folder) => file.startsWith(`${folder}/`)),
    )
    for (const folder of hidden)
      putProblems(index, 'read', folder, [toReadProblem(folder, 'a folder without read access')])
    difference.changed.push(...changed)
    difference.removed.push(...removed)
    difference.unchanged += files.length - changed.length
  }
  return difference
}

function listKnown(index: Index, scope: string): Map<string, string> {
  const rows =
    scope === ''
      ? index.prepare('SELECT path, stamp FROM file').all()
      : index
          .prepare(
            "SELECT path, stamp FROM file WHERE path = :scope OR (path > :scope || '/' AND path < :scope || '0')",
          )
          .all({ scope })
  return new Map(rows.map((row) => [String(row.path), String(row.stamp)]))
}

async function inSlices<Item>(
  index: Index,
  isFirst: boolean,
  items: readonly Item[],
  write: (change: Change, item: Item) => void,
): Promise<void> {
  const limit = isFirst ? FIRST_SLICE_MS : SLICE_MS
  let next = 0
  while (next < items.length) {
    next = transact(index, () => writeSlice(index, items, next, limit, !isFirst, write))
    await (isFirst || next === items.length ? yieldToOthers() : wait(PAUSE_MS))
  }
}

function writeSlice<Item>(
  index: Index,
  items: readonly Item[],
  start: number,
  limit: number,
  tracked: boolean,
  write: (change: Change, item: Item) => void,
): number {
  const change = startChange(new Date(), tracked)
  const deadline = performance.now() + limit
  let next = start
  for (let item = items[next]; item !== undefined; item = items[next]) {
    write(change, item)
    next += 1
    if (performance.now() > deadline) break
  }
  settle(index, change)
  touchTags(index, change.tags, change.now)
  resetClock(index)
  return next
}

type SyncOptions = { mustParse: boolean; movable: Map<string, string> }

function syncFile(
  index: Index,
  change: Change,
  { path: file, stamp }: ContentFile,
  { mustParse, movable }: SyncOptions,
): void {
  const content = readContent(index, file, stamp)
  if (content === null) return
  const known = getHash(index, file)
  if (!mustParse && known === content.hash) {
    index.prepare('UPDATE file SET stamp = ? WHERE path = ?').run(stamp, file)
    return
  }
  const former = movable.get(content.hash)
  if (known === null && former !== undefined) renameFile(index, former, file)
  writeFile(index, change, content)
}

/** Files that are gone, by their hash: one of them may have been given another name. */
function listMovable(index: Index, removed: readonly string[]): Map<string, string> {
  return new Map(removed.map((file) => [getHash(index, file) ?? '', file]))
}

/** Null for a file that cannot be read: reported, and tried again at the next sync, as its stamp is not kept. */
function readContent(index: Index, file: string, stamp: string): FileContent | null {
  try {
    const bytes = readFileSync(path.join(index.contentDir, file))
    return { path: file, stamp, bytes, hash: sha256(bytes) }
  } catch (error) {
    putProblems(index, 'read', file, [toReadProblem(file, Error.isError(error) ? error.message : '')])
    return null
  }
}

function toReadProblem(file: string, found: string): Problem {
  return {
    severity: 'error',
    file,
    line: 1,
    field: null,
    found,
    message: 'cannot be read',
    mend: 'Give the user the site runs as the right to read it, or move it out of the content folder.',
  }
}

function getHash(index: Index, file: string): string | null {
  const hash = index.prepare('SELECT hash FROM file WHERE path = ?').get(file)?.hash
  return hash === undefined ? null : String(hash)
}
