import { getMeta, type Index, putMeta } from '#lib/index/index-state.ts'

/** Where an index stands in the shared history: after the change `number` of `lineage`. */
export type Position = { lineage: string; number: number }

const KEY = 'replica'

/** Null for an index that is none of a shared history, or was left by a writer that may not have shared all of it. */
export function getPosition(index: Index): Position | null {
  const [lineage = '', number = '', mark] = (getMeta(index, KEY) ?? '').split(' ')
  return lineage === '' || mark !== undefined ? null : { lineage, number: Number(number) }
}

/** Part of the caller's transaction, if there is one. */
export function putPosition(index: Index, { lineage, number }: Position): void {
  putMeta(index, KEY, `${lineage} ${number}`)
}

/** From here on the index may hold what the history does not. */
export function markWriting(index: Index, { lineage, number }: Position): void {
  putMeta(index, KEY, `${lineage} ${number} writing`)
}
