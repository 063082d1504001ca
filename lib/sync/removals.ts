import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { clearFault, raiseFault } from '#lib/index/faults.ts'
import { getMeta, type Index, putMeta } from '#lib/index/index-state.ts'

/** So many stories may go at once, and such a share of all, before it is asked whether that is meant. */
const MAX_SUDDEN = 20
const MAX_SHARE = 1 / 10

/** Stories that went one after the other within this time went at once. */
const WINDOW_MS = 60_000

const MARKER = 'confirm-removal'
const HELD = 'removal-held'

/**
 * Whether `count` more stories may be taken out of the index now. A tenth of a paper that is gone from one moment to the
 * next is taken for an unmounted disk, until it stayed gone for `removalGraceMinutes` or an operator confirms it.
 */
export function mayRemove(index: Index, count: number, now: Date): boolean {
  if (count === 0) return true
  const recent = countRecent(index, now) + count
  if (!isMass(index, recent)) return true
  const since = Number(getMeta(index, HELD) ?? 0) || holdBack(index, now)
  const grace = index.site.removalGraceMinutes * 60_000
  if (now.getTime() - since >= grace || existsSync(getMarker(index.dataDir))) {
    release(index, `${count} stories are gone from the content folder: they are removed now.`)
    return true
  }
  raiseFault(
    index,
    'mass-removal',
    `${count} stories are gone from the content folder at once (is a disk not mounted?). They stay until ` +
      `${new Date(since + grace).toISOString()} unless they come back; to remove them now: npx broadsheet doctor --confirm-removal`,
  )
  return false
}

/** To be called when stories were removed. */
export function noteRemoved(index: Index, count: number, now: Date): void {
  if (count > 0) index.recentRemovals.push({ time: now.getTime(), count })
}

/** To be called when everything was compared and nothing was held back: what had gone came back. */
export function endHold(index: Index): void {
  if (getMeta(index, HELD) !== null || index.faults.has('mass-removal'))
    release(index, 'The stories that were gone are back.')
}

/** Whether a removal is held back now. */
export function isRemovalHeld(index: Index): boolean {
  return index.faults.has('mass-removal')
}

/** Whether it has been held back for long enough. */
export function isRemovalDue(index: Index, now: Date): boolean {
  const since = Number(getMeta(index, HELD) ?? 0)
  return now.getTime() - since >= index.site.removalGraceMinutes * 60_000
}

/** Whether an operator confirmed the removal that is held back. */
export function isRemovalConfirmed(index: Index): boolean {
  return isRemovalHeld(index) && existsSync(getMarker(index.dataDir))
}

/**
 * Tells the process that serves from `dataDir` that the stories it misses were meant to go. It hears of it within
 * seconds, and forgets it when nothing is held back.
 */
export function confirmRemoval(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(getMarker(dataDir), '')
}

function getMarker(dataDir: string): string {
  return path.join(dataDir, MARKER)
}

function countRecent(index: Index, now: Date): number {
  const after = now.getTime() - WINDOW_MS
  const recent = index.recentRemovals.filter(({ time }) => time > after)
  index.recentRemovals.splice(0, Number.POSITIVE_INFINITY)
  for (const removal of recent) index.recentRemovals.push(removal)
  return recent.reduce((sum, { count }) => sum + count, 0)
}

function isMass(index: Index, count: number): boolean {
  if (count <= MAX_SUDDEN) return false
  const left = Number(index.prepare('SELECT count(*) AS posts FROM post').get()?.posts ?? 0)
  return count > left * MAX_SHARE
}

/** A confirmation of something else is none of this. */
function holdBack(index: Index, now: Date): number {
  rmSync(getMarker(index.dataDir), { force: true })
  putMeta(index, HELD, String(now.getTime()))
  return now.getTime()
}

function release(index: Index, message: string): void {
  index.recentRemovals.splice(0, Number.POSITIVE_INFINITY)
  rmSync(getMarker(index.dataDir), { force: true })
  index.prepare('DELETE FROM meta WHERE key = ?').run(HELD)
  clearFault(index, 'mass-removal', message)
}
