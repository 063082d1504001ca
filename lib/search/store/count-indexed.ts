import type { DatabaseSync } from 'node:sqlite'
import { prepare } from './prepare.ts'

/** How many stories are indexed, hidden ones among them. */
export function countIndexed(database: DatabaseSync): number {
  return Number(prepare(database, 'SELECT sum(stories) AS total FROM search_language').get()?.total ?? 0)
}
