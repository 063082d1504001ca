import { getContentKind } from '#lib/content/content-kind.ts'
import { queuePurges } from '#lib/index/announcements.ts'
import { setCache } from '#lib/index/database.ts'
import { clearFault, setStatus } from '#lib/index/faults.ts'
import { getMeta, type Index, putMeta, takeTurn, transact } from '#lib/index/index-state.ts'
import { putWalkProblems } from '#lib/index/problems.ts'
import { readStoredSite } from '#lib/index/stored-site.ts'
import type { Problem } from '#lib/problems/problem.ts'
import { SITE_TAG } from '#lib/routes/cache-tags.ts'
import { postponeWords } from '#lib/search/store/index-behind.ts'
import { compareContent, type Difference } from './files/compare-content.ts'
import { toLinkScope } from './files/resolve-link.ts'
import { listNamesakes } from './files/translated-names.ts'
import type { ContentFile, Visitor } from './files/walk.ts'
import { type AheadFile, prepareAhead } from './prepare/prepare-ahead.ts'
import { putReadProblems } from './read-problems.ts'
import { endHold, mayRemove, noteRemoved } from './removals.ts'
import { rereadFiles } from './reread-files.ts'
import { getHash, syncFile } from './sync-file.ts'
import { markParsed, requirePosts, syncSite } from './sync-site.ts'
import { removeFile } from './write/write-file.ts'
import { ClosingError, inSlices } from './write/write-slices.ts'

/** Files by what became of them. `held` are gone, but stay for now. */
export type SyncResult = { read: number; removed: number; unchanged: number; held: number }

/** So many files wait to be read until it is known which others went: one of those may have another name now. */
const MAX_WAITING = 100_000

/**
 * Makes the index say what the files at or below the `scopes` say ('' for all), and what today's parser and settings make of
 * all others.
 *
 * @throws {MissingContentError} when the folder of posts is gone: nothing is removed for that
 */
export async function syncIndex(
  index: Index,
  scopes: readonly string[] = [''],
  visitor: Visitor = {},
): Promise<SyncResult> {
  const result = await syncChanged(index, scopes, visitor)
  return { ...result, read: result.read + (await rereadFiles(index)) }
}

/**
 * The same of files that changed alone; `rereadFiles` is left to the caller. Reads only files whose size or times
 * changed, and parses only those whose bytes did. Stopped at any moment, the index is whole and the next run goes on.
 * Runs one after the other, however often it is called.
 *
 * @throws {MissingContentError} when the folder of posts is gone: nothing is removed for that
 */
export function syncChanged(
  index: Index,
  scopes: readonly string[] = [''],
  visitor: Visitor = {},
): Promise<SyncResult> {
  return takeTurn(index, () => runSync(index, scopes, visitor))
}

async function runSync(index: Index, asked: readonly string[], visitor: Visitor): Promise<SyncResult> {
  requirePosts(index)
  const faults = new Map<string, string>()
  const onFault = (file: string, fault: string) => {
    faults.set(file, fault)
    visitor.onFault?.(file, fault)
  }
  const isFirst = getMeta(index, 'complete') === null
  if (isFirst) setCache(index.database, 'filling')
  syncSite(index, onFault)
  const scopes = listScopes(index, asked)
  const onRefusal = (link: string, refusal: string) => void faults.set(link, refusal)
  const foreign: Problem[] = []
  const onForeign = (problem: Problem) => void foreign.push(problem)
  const run: Run = { index, isFirst, faults, visitor: { ...visitor, onFault, onRefusal, onForeign } }
  const { read, removed, unchanged } = await compareAndRead(run, scopes)
  const held = await removeFiles(run, removed, scopes.includes(''))
  putReadProblems(index, scopes, faults)
  putWalkProblems(index, scopes, foreign)
  if (isFirst) markComplete(index)
  clearFault(index, 'content-missing', 'The content folder can be read again.')
  setStatus(index, scopes.includes('') || index.status !== 'starting')
  return { read, removed: removed.length - held, unchanged, held }
}

/** Where to look: a name that is new or gone can change what the names beside it say. */
function listScopes(index: Index, asked: readonly string[]): string[] {
  const scopes = asked.map((scope) => toLinkScope(index.contentDir, scope))
  return [...new Set([...scopes, ...listNamesakes(index, scopes)])]
}

type Run = {
  readonly index: Index
  readonly isFirst: boolean
  readonly faults: Map<string, string>
  readonly visitor: Visitor
}

/**
 * Takes an index made earlier as it stands, without looking at the stories' files: what another parser made of them is read
 * again by whoever watches them. False when it was never complete.
 */
export function adoptIndex(index: Index): boolean {
  if (getMeta(index, 'complete') === null) return false
  readStoredSite(index)
  syncSite(index, () => {})
  setStatus(index, true)
  return true
}

/**
 * Words are indexed from here on (`fill-words.ts`). The log of the first filling is folded into the index at once: it is as
 * large as the index itself.
 */
function markComplete(index: Index): void {
  transact(index, () => {
    postponeWords(index.database)
    markParsed(index)
    putMeta(index, 'complete', new Date().toISOString())
    // Shared caches may hold what an index before this one made.
    queuePurges(index, new Set([SITE_TAG]), new Date())
  })
  index.database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  setCache(index.database, 'serving')
}

/**
 * What differs from the index, some at a time. Looks at every file, but
 * takes no turn in the queue of syncs: an editor's save does not wait for it.
 *
 * @throws {MissingContentError} when the folder of posts is gone
 */
export async function* listDifferent(index: Index, visitor: Visitor = {}): AsyncGenerator<Difference> {
  requirePosts(index)
  yield* compareContent(index, '', visitor)
}

type Compared = { read: number; removed: string[]; unchanged: number }

async function compareAndRead(run: Run, scopes: readonly string[]): Promise<Compared> {
  const { index, visitor, isFirst } = run
  const compared: Compared = { read: 0, removed: [], unchanged: 0 }
  const waiting: ContentFile[] = []
  await using ahead = isFirst ? prepareAhead(index) : null
  const read = async () => {
    compared.read += waiting.length
    const files = waiting.splice(0)
    if (ahead === null) await readFiles(run, files, listMovable(index, compared.removed))
    else for await (const slice of ahead.add(files)) await readFiles(run, slice, NONE_MOVED)
  }
  for (const scope of scopes) {
    for await (const { changed, removed, unchanged } of compareContent(index, scope, visitor)) {
      for (const file of changed) waiting.push(file)
      for (const file of removed) compared.removed.push(file)
      compared.unchanged += unchanged
      if (index.isClosing) throw new ClosingError()
      if (isFirst || waiting.length > MAX_WAITING) await read()
    }
  }
  await read()
  if (ahead !== null) for await (const slice of ahead.rest()) await readFiles(run, slice, NONE_MOVED)
  return compared
}

function readFiles(run: Run, files: readonly AheadFile[], movable: Map<string, string>): Promise<void> {
  return inSlices(run, files, (batch, file) => syncFile(run, batch, file, movable))
}

/** Answers with how many files stay for now. */
async function removeFiles(run: Run, removed: readonly string[], isWhole: boolean): Promise<number> {
  const { index } = run
  const stories = removed.length === 0 ? 0 : await countStories(run, removed)
  if (!mayRemove(index, stories, new Date())) return removed.length
  await inSlices(run, removed, (batch, file) => removeFile(index, batch, file))
  noteRemoved(index, stories, new Date())
  if (isWhole) endHold(index)
  return 0
}

/** Of files that are gone, those that are stories still: some have another name by now. */
async function countStories({ index }: Run, removed: readonly string[]): Promise<number> {
  const get = index.prepare('SELECT 1 FROM post WHERE file = ?')
  return removed.filter((file) => getContentKind(file) === 'post' && get.get(file) !== undefined).length
}

/** While the index is filled there is nothing that could have had another name. */
const NONE_MOVED = new Map<string, string>()

/** Files that are gone, by their hash: one of them may have been given another name. */
function listMovable(index: Index, removed: readonly string[]): Map<string, string> {
  return new Map(removed.map((file) => [getHash(index, file) ?? '', file]))
}
