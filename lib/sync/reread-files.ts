import { getContentKind } from '#lib/content/content-kind.ts'
import { getMeta, type Index, putMeta, takeTurn } from '#lib/index/index-state.ts'
import { reportError } from '#lib/index/machine-faults.ts'
import type { ContentFile } from './files/walk.ts'
import { isTranslated, prepareFile } from './prepare/prepare-file.ts'
import type { Batch } from './reconcile.ts'
import { isSkipped } from './sync-file.ts'
import { getParserKey, isParsed, markParsed } from './sync-site.ts'
import { writeFile } from './write/write-file.ts'
import { inSlices } from './write/write-slices.ts'

/** Files for which one turn among the syncs is taken: an editor's save waits no longer than these take. */
const FILES_OF_TURN = 50

/** How far an earlier run came: the parser's key and the path of the last file. */
const CURSOR = 'reread'

/**
 * Parses every file again where the parser, or a setting it uses, is another than the one that the index was made with: some
 * at a time, so that what is saved meanwhile goes first. Stories that come out as they were are left alone. Stopped at
 * any moment, also by `isStopped`, the next call goes on. Answers with how many files were read.
 */
export function rereadFiles(index: Index, isStopped = () => false): Promise<number> {
  index.rereading ??= reread(index, isStopped).finally(() => {
    index.rereading = null
  })
  return index.rereading
}

/** The same for whoever does not wait for it: what goes wrong is reported, and the next call tries again. */
export function rereadBehind(index: Index, isStopped: () => boolean): void {
  rereadFiles(index, isStopped).catch((error: unknown) => reportError(index, error))
}

async function reread(index: Index, isStopped: () => boolean): Promise<number> {
  let count = 0
  while (!isStopped() && !isParsed(index)) count += await takeTurn(index, () => rereadSome(index))
  return count
}

async function rereadSome(index: Index): Promise<number> {
  const next = listNext(index)
  const last = next.at(-1)
  const files = next.filter(isParsedKind)
  await inSlices({ index, isFirst: false }, files, (batch, file) => rereadFile(index, batch, file))
  if (last === undefined) markParsed(index)
  else putMeta(index, CURSOR, `${getParserKey(index)} ${last.path}`)
  return files.length
}

function listNext(index: Index): ContentFile[] {
  const [key = '', ...rest] = (getMeta(index, CURSOR) ?? '').split(' ')
  const last = key === getParserKey(index) ? rest.join(' ') : ''
  return index
    .prepare(`SELECT path, stamp, hash FROM file WHERE path > ? ORDER BY path LIMIT ${FILES_OF_TURN}`)
    .all(last)
    .map(({ path, stamp, hash }) => ({
      path: String(path),
      stamp: String(stamp),
      isTranslated: isTranslated(String(hash)),
    }))
}

/** Settings are read at each sync; files for the root are served as they are. */
function isParsedKind({ path }: ContentFile): boolean {
  const kind = getContentKind(path)
  return kind !== 'site' && kind !== 'root'
}

/** One that cannot be read now is left to the next comparison: its stamp is forgotten. */
function rereadFile(index: Index, batch: Batch, file: ContentFile): void {
  index.onProgress(file.path)
  const prepared = isSkipped(index, file.path, file.stamp) ? null : prepareFile(index, file, null)
  if (prepared === null || 'fault' in prepared)
    index.prepare("UPDATE file SET stamp = '' WHERE path = ?").run(file.path)
  else writeFile(index, batch, prepared)
}
