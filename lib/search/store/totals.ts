import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { parseStored } from '#lib/text/json.ts'
import { prepare } from './prepare.ts'

/**
 * FTS5 ranks by how many stories there are and how long each field is on average, and keeps these totals in its table. Of
 * what is deleted it takes nothing off them (`contentless_delete`): with each save of a story they would grow.
 *
 * Key in `meta`: what was deleted and is still in the totals, as a list: stories, then the words of each field.
 */
const KEY = 'words-deleted'

const countsSchema = z.array(z.number())

/** The row of FTS5's totals in its data. Source: https://www.sqlite.org/fts5.html#fts5_data_structures */
const TOTALS_ID = 1

/** To be called before the words at a place are deleted, in the same transaction. */
export function noteDeleted(database: DatabaseSync, place: number): void {
  const row = prepare(database, 'SELECT sz FROM search_docsize WHERE id = ?').get(place)
  if (!(row?.sz instanceof Uint8Array)) return
  const gone = [1, ...readVarints(row.sz)]
  const before = getDeleted(database)
  const sum = gone.map((count, at) => count + (before?.[at] ?? 0))
  prepare(database, 'INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(KEY, JSON.stringify(sum))
}

/** Whether `settleTotals` has something to do. */
export function areTotalsBehind(database: DatabaseSync): boolean {
  return getDeleted(database) !== null
}

/** Takes what was deleted off the totals. In a transaction in which no words are written: FTS5 writes its totals at the end of one. */
export function settleTotals(database: DatabaseSync): void {
  const deleted = getDeleted(database)
  const row = prepare(database, 'SELECT block FROM search_data WHERE id = ?').get(TOTALS_ID)
  if (deleted === null || !(row?.block instanceof Uint8Array)) return
  const totals = readVarints(row.block).map((total, at) => Math.max(0, total - (deleted[at] ?? 0)))
  database.enableDefensive(false)
  try {
    prepare(database, 'UPDATE search_data SET block = ? WHERE id = ?').run(writeVarints(totals), TOTALS_ID)
  } finally {
    database.enableDefensive(true)
  }
  prepare(database, 'DELETE FROM meta WHERE key = ?').run(KEY)
}

function getDeleted(database: DatabaseSync): number[] | null {
  const value = prepare(database, 'SELECT value FROM meta WHERE key = ?').get(KEY)?.value
  return value === undefined ? null : parseStored(countsSchema, String(value))
}

const GROUP = 128

/** Seven bits a byte, the greatest first; all but the last byte of a number have the eighth bit set. Numbers are below 2 ** 49. */
function readVarints(bytes: Uint8Array): number[] {
  const numbers: number[] = []
  let number = 0
  for (const byte of bytes) {
    number = number * GROUP + (byte % GROUP)
    if (byte >= GROUP) continue
    numbers.push(number)
    number = 0
  }
  return numbers
}

function writeVarints(numbers: readonly number[]): Uint8Array {
  return Uint8Array.from(numbers.flatMap(toVarint))
}

function toVarint(number: number): number[] {
  const bytes = [number % GROUP]
  for (let rest = Math.floor(number / GROUP); rest > 0; rest = Math.floor(rest / GROUP))
    bytes.unshift((rest % GROUP) + GROUP)
  return bytes
}
