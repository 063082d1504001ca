import type { DatabaseSync } from 'node:sqlite'
import { prepare } from './prepare.ts'

/**
 * A place is a story's row number in the index of words: the minute it was published, or a free one before it. FTS5 can then
 * read the newest matches first and stop, or leave out a span of time, without looking at the rest.
 */
const MINUTE_MS = 60_000
const EARLIEST = Date.UTC(1600, 0, 1)
const LATEST = Date.UTC(9999, 11, 31)

/** Minutes among which a free one is looked for. Small numbers are stored in few bytes, so there are none to spare. */
const FIRST_WINDOW = 16

/** So far before its minute a story may stand: half a million stories of one instant. */
const MAX_SLIP = 400 * 24 * 60

/** The place of a minute. Every story published at or before `time` (milliseconds) stands at or before it. */
export function toPlace(time: number): number {
  return Math.floor((Math.min(Math.max(time, EARLIEST), LATEST) - EARLIEST) / MINUTE_MS)
}

/** The place that no story published at or after `time` stands before. */
export function toFirstPlace(time: number): number {
  return toPlace(time) - MAX_SLIP
}

/** A place of its own for a story published at `time`: its minute or the nearest free one, never a later one. */
export function findFreePlace(database: DatabaseSync, time: number, id: number): number {
  const last = toPlace(time)
  const isTaken = prepare(database, 'SELECT 1 FROM search_story WHERE place = ?')
  if (isTaken.get(last) === undefined) return last
  for (let attempt = 0; ; attempt += 1) {
    const place = last - (mix(id, attempt) % (FIRST_WINDOW * 2 ** Math.floor(attempt / 8)))
    if (isTaken.get(place) === undefined) return place
  }
}

/** Spreads whole numbers evenly (the finaliser of MurmurHash3). */
function mix(id: number, attempt: number): number {
  let hash = Math.imul(id, 0x9e3779b1) ^ Math.imul(attempt + 1, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
