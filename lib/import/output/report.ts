import { closeSync, openSync, renameSync, writeSync } from 'node:fs'
import type { ExportItem } from '../story.ts'

/**
 * What became of an item. `file` is relative to the content folder, null for one that is only reported; `notes` say what
 * was not carried over, or why nothing was.
 */
export type ItemResult = ExportItem & {
  result: 'written' | 'unchanged' | 'reported'
  file: string | null
  draft: boolean
  notes: readonly string[]
}

export type ImportCounts = {
  items: number
  written: number
  unchanged: number
  reported: number
  drafts: number
}

export type ImportSummary = {
  format: string
  counts: ImportCounts
  /** Items by type and result: `post written` → 12. */
  byType: ReadonlyMap<string, number>
  /** Notes by what they are about, their particulars left out, the most frequent first. */
  byNote: readonly [string, number][]
  warnings: readonly string[]
}

const MAX_NOTE_KINDS = 200

/** Writes `import-report.json` as the items come, one a line, so that no list of them is held in memory. */
export class ImportReport {
  readonly #file: string
  readonly #descriptor: number
  readonly #counts: ImportCounts = { items: 0, written: 0, unchanged: 0, reported: 0, drafts: 0 }
  readonly #byType = new Map<string, number>()
  readonly #byNote = new Map<string, number>()

  constructor(file: string) {
    this.#file = file
    this.#descriptor = openSync(`${file}.part`, 'w')
    writeSync(this.#descriptor, '{"items":[')
  }

  add(item: ItemResult): void {
    writeSync(this.#descriptor, `${this.#counts.items === 0 ? '' : ','}\n${JSON.stringify(item)}`)
    this.#counts.items += 1
    this.#counts[item.result] += 1
    if (item.draft && item.result !== 'reported') this.#counts.drafts += 1
    count(this.#byType, `${item.type} ${item.result}`)
    for (const note of item.notes) {
      const kind = toKind(note)
      if (this.#byNote.has(kind) || this.#byNote.size < MAX_NOTE_KINDS) count(this.#byNote, kind)
      else count(this.#byNote, 'other remarks')
    }
  }

  finish(format: string, warnings: readonly string[]): ImportSummary {
    const byNote = [...this.#byNote].sort(([, one], [, other]) => other - one)
    const summary = { format, counts: this.#counts, byType: this.#byType, byNote, warnings }
    const tail = { format, counts: this.#counts, warnings }
    writeSync(this.#descriptor, `\n],${JSON.stringify(tail).slice(1)}\n`)
    closeSync(this.#descriptor)
    renameSync(`${this.#file}.part`, this.#file)
    return summary
  }
}

/** `not found below x: https://…` and its like are of one kind: what stands before the colon, without numbers and quotations. */
function toKind(note: string): string {
  const head = note.split(/: |“/)[0] ?? note
  return head.replace(/\d+/g, 'n').trim()
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
