import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { Index } from '#lib/index/index-state.ts'
import { type ContentFile, type Visitor, walkContent } from './walk.ts'

/** Files that are not what the index holds of them, and paths that are there no more. */
export type Difference = { changed: ContentFile[]; removed: string[]; unchanged: number }

const ROWS_AT_A_TIME = 1_000

/**
 * What differs at or below a scope ('' for all), some at a time: files and rows are both read in the order of their paths,
 * so that neither is ever held in memory whole.
 */
export async function* compareContent(
  index: Index,
  scope: string,
  visitor: Visitor,
): AsyncGenerator<Difference> {
  const hidden = new Set<string>()
  const onFault = (file: string, fault: string) => {
    hidden.add(file)
    visitor.onFault?.(file, fault)
  }
  const rows = new RowReader(index, scope)
  const isRemoved = ({ path }: Row) => !isBelow(path, hidden)
  for await (const files of walkContent(index.contentDir, scope, { ...visitor, onFault })) {
    const difference: Difference = { changed: [], removed: [], unchanged: 0 }
    for (const file of files) {
      const [row, passed] = rows.advance(file.path)
      for (const gone of passed) if (isRemoved(gone)) difference.removed.push(gone.path)
      if (row?.stamp === file.stamp) difference.unchanged += 1
      else difference.changed.push(file)
    }
    yield difference
    await yieldToOthers()
  }
  for (let left = rows.take(); left.length > 0; left = rows.take()) {
    yield { changed: [], removed: left.filter(isRemoved).map(({ path }) => path), unchanged: 0 }
    await yieldToOthers()
  }
}

function isBelow(file: string, folders: ReadonlySet<string>): boolean {
  if (folders.size === 0) return false
  for (let end = file.length; end > 0; end = file.lastIndexOf('/', end - 1))
    if (folders.has(file.slice(0, end))) return true
  return false
}

type Row = Pick<ContentFile, 'path' | 'stamp'>

/** The rows of a scope in the order of their paths. */
class RowReader {
  readonly #index: Index
  readonly #end: string | null
  #last: string
  #rows: Row[] = []
  #next = 0
  #isDone = false

  constructor(index: Index, scope: string) {
    this.#index = index
    this.#last = ''
    this.#end = scope === '' ? null : `${scope}0`
    this.#rows = scope === '' ? [] : this.#readOne(scope)
    if (scope !== '') this.#last = `${scope}/`
  }

  /** The row of `path`, if there is one, and the rows before it. */
  advance(path: string): [row: Row | null, passed: Row[]] {
    const passed: Row[] = []
    for (let row = this.#peek(); row !== null; row = this.#peek()) {
      const order = compareBytes(row.path, path)
      if (order > 0) return [null, passed]
      this.#next += 1
      if (order === 0) return [row, passed]
      passed.push(row)
    }
    return [null, passed]
  }

  /** Some of the rows that are left; none when there are no more. */
  take(): Row[] {
    if (this.#peek() === null) return []
    const rows = this.#rows.slice(this.#next)
    this.#next = this.#rows.length
    return rows
  }

  #peek(): Row | null {
    if (this.#next >= this.#rows.length && !this.#isDone) this.#readMore()
    return this.#rows[this.#next] ?? null
  }

  #readMore(): void {
    const rows = this.#index
      .prepare(
        `SELECT path, stamp FROM file WHERE path > :last AND (:end IS NULL OR path < :end)
         ORDER BY path LIMIT ${ROWS_AT_A_TIME}`,
      )
      .all({ last: this.#last, end: this.#end })
    this.#rows = rows.map((row) => ({ path: String(row.path), stamp: String(row.stamp) }))
    this.#next = 0
    this.#last = this.#rows.at(-1)?.path ?? this.#last
    this.#isDone = rows.length < ROWS_AT_A_TIME
  }

  #readOne(scope: string): Row[] {
    const rows = this.#index.prepare('SELECT path, stamp FROM file WHERE path = ?').all(scope)
    return rows.map((row) => ({ path: String(row.path), stamp: String(row.stamp) }))
  }
}

/** As SQLite does; by code unit where that is the same. */
function compareBytes(a: string, b: string): number {
  if (a === b) return 0
  const isPlain = !/[\ud800-\udfff]/.test(a) && !/[\ud800-\udfff]/.test(b)
  if (isPlain) return a < b ? -1 : 1
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
