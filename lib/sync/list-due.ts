import type { Index } from '#lib/index/index-state.ts'
import { listForeign } from '#lib/index/problems.ts'
import type { Visitor } from './files/walk.ts'
import { listUnreadable } from './read-problems.ts'
import { isRemovalDue, isRemovalHeld } from './removals.ts'
import { MAX_SCOPES } from './scopes.ts'
import { listDifferent } from './sync.ts'
import { areFontsCurrent } from './sync-site.ts'

/**
 * The paths at which something is not as the index has it, or could not be read: all files are compared. Where they are more
 * than `MAX_SCOPES`, some of them; none once `isStopped`.
 *
 * @throws {MissingContentError} when the folder of posts is gone
 */
export async function listDue(
  index: Index,
  visitor: Visitor,
  isStopped: () => boolean,
): Promise<Set<string>> {
  const mayWait = isRemovalHeld(index) && !isRemovalDue(index, new Date())
  const due = new Set<string>()
  const foreign = new Set<string>()
  const add = (file: string) => void due.add(file)
  const noting: Visitor = {
    ...visitor,
    onFault: add,
    onRefusal: add,
    onForeign: ({ file }) => void foreign.add(file),
  }
  let gone = 0
  for await (const { changed, removed } of listDifferent(index, noting)) {
    for (const { path: file } of changed) due.add(file)
    if (!mayWait) for (const file of removed) due.add(file)
    gone += removed.length
    if (isStopped()) return new Set()
    if (due.size > MAX_SCOPES) return due
  }
  if (mayWait && gone === 0) due.add('')
  for (const file of foreign.symmetricDifference(new Set(listForeign(index)))) due.add(file)
  for (const file of listUnreadable(index)) due.add(file)
  if (!areFontsCurrent(index)) due.add('site.yaml')
  return due
}
