import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ConversionJob, type ConvertedStory, keepStory } from './convert/convert-story.ts'
import { type Converter, localConverter, startConverter } from './convert/converter.ts'
import type { ExportFormat } from './detect-format.ts'
import { type OpenedExport, openExport } from './formats.ts'
import { toPath, toStorySlug } from './output/choose-path.ts'
import { Ledger } from './output/ledger.ts'
import { ImportReport, type ImportSummary, type ItemResult } from './output/report.ts'
import { writeNew } from './output/write-new.ts'
import type { MediaSettings } from './pictures/bring-file.ts'
import type { ExportEntry, ExportItem, Story } from './story.ts'

export type ImportOptions = {
  /** The export: a file. */
  file: string
  format: ExportFormat | null
  /** The content folder to write into. */
  into: string
  media: Pick<MediaSettings, 'from' | 'fetch'>
  types: readonly string[]
  /** Where the old site lived, for exports that do not say. */
  origin: string | null
  /** Threads that convert; 0: this one does. */
  threads: number
  onProgress: (fraction: number, items: number) => void
}

/** Stories on their way: enough to keep all threads busy, few enough to hold in memory. */
const MAX_PENDING = 12

/**
 * Reads an export from end to end and writes a file for each story that is not there yet. A second run writes only what
 * the first did not; no file that differs is ever replaced. Every item of the export is in the report, by what became
 * of it, and `counts.items` = `written` + `unchanged` + `reported`.
 *
 * @throws {ImportError} when the export cannot be read at all
 */
export async function importExport(options: ImportOptions): Promise<ImportSummary> {
  const scratchDir = mkdtempSync(path.join(tmpdir(), 'broadsheet-import-'))
  const converter = options.threads === 0 ? localConverter : startConverter(options.threads)
  try {
    return await new ImportRun(options, converter, scratchDir).run()
  } finally {
    await converter.close()
    rmSync(scratchDir, { recursive: true, force: true })
  }
}

class ImportRun {
  readonly #options: ImportOptions
  readonly #converter: Converter
  readonly #scratchDir: string
  readonly #ledger: Ledger
  readonly #fallbackDate: string
  #fraction = 0
  #items = 0

  constructor(options: ImportOptions, converter: Converter, scratchDir: string) {
    this.#options = options
    this.#converter = converter
    this.#scratchDir = scratchDir
    this.#ledger = new Ledger(scratchDir, 'names')
    this.#fallbackDate = statSync(options.file).mtime.toISOString().slice(0, 10)
  }

  async run(): Promise<ImportSummary> {
    const { file, format, into, types, origin } = this.#options
    const { size } = statSync(file)
    const onProgress = (bytes: number) => this.#progress(size === 0 ? 1 : bytes / size)
    const opened = await openExport(file, format, { types, onProgress, scratchDir: this.#scratchDir, origin })
    mkdirSync(into, { recursive: true })
    const report = new ImportReport(path.join(into, 'import-report.json'))
    const pending: Promise<ItemResult>[] = []
    for await (const entry of opened.entries) {
      const taken = this.#take(entry, opened)
      // It may fail before its turn to be awaited comes, which is then the place to say so.
      taken.catch(() => {})
      pending.push(taken)
      if (pending.length >= MAX_PENDING) await addNext(report, pending)
      this.#items += 1
      this.#progress(this.#fraction)
    }
    while (pending.length > 0) await addNext(report, pending)
    this.#ledger.close()
    return report.finish(opened.format, opened.warnings)
  }

  /** Whatever has to follow the order of items happens before the first `await`. */
  #take(entry: ExportEntry, opened: OpenedExport): Promise<ItemResult> {
    const { item } = entry
    if (entry.kind === 'reported') return Promise.resolve(toReported(item, [entry.reason]))
    const { story, notes } = this.#date(entry)
    const seen = this.#ledger.see(`${item.type} ${item.id}`, toHash(story))
    if (seen === 'same') return Promise.resolve(toReported(item, ['the same item was in the export before']))
    const clash = seen === 'other' ? ['another item of the export has the same id'] : []
    return this.#write(item, story, this.#place(item, story), [...notes, ...clash], opened)
  }

  #date({ story, notes }: Extract<ExportEntry, { kind: 'story' }>): {
    story: Story
    notes: readonly string[]
  } {
    if (story.room !== 'posts' || (story.published !== null && story.day !== null)) return { story, notes }
    const note = 'it has no date: it is a draft, with the day of the export'
    const dated = { ...story, day: this.#fallbackDate, published: this.#fallbackDate, isDraft: true }
    return { story: dated, notes: [...notes, ...(story.isDraft ? [] : [note])] }
  }

  #place(item: ExportItem, story: Story): { path: string; slug: string } {
    const slug = toStorySlug(story, item)
    const endings = function* () {
      yield ''
      yield `-${toPathPart(item.id)}`
      for (let number = 2; ; number += 1) yield `-${toPathPart(item.id)}-${number}`
    }
    for (const ending of endings()) {
      const place = toPath(story, slug, ending)
      if (this.#ledger.takeName(place)) return { path: place, slug }
    }
    throw new Error('Endings have no end')
  }

  async #write(
    item: ExportItem,
    story: Story,
    place: { path: string; slug: string },
    notes: readonly string[],
    { origin, media: brought }: OpenedExport,
  ): Promise<ItemResult> {
    const { into, media } = this.#options
    const job = {
      story: { ...story, slug: place.slug },
      path: place.path,
      origin,
      media: { ...media, from: media.from ?? brought, into: path.join(into, 'media') },
    }
    const converted = await this.#convert(job)
    const all = [...notes, ...converted.notes]
    const result = writeNew(path.join(into, place.path), converted.text)
    if (result !== 'kept') return { ...item, result, file: place.path, draft: story.isDraft, notes: all }
    const reason = `a file of its name is there and differs; it was left alone: ${place.path}`
    return toReported(item, [reason, ...all])
  }

  /** No story is lost for its text: one that takes too long or too much stays HTML. */
  async #convert(job: ConversionJob): Promise<ConvertedStory> {
    try {
      return await this.#converter.convert(job)
    } catch (error) {
      return keepStory(job, Error.isError(error) ? error.message : String(error))
    }
  }

  #progress(fraction: number): void {
    this.#fraction = Math.min(1, fraction)
    this.#options.onProgress(this.#fraction, this.#items)
  }
}

async function addNext(report: ImportReport, pending: Promise<ItemResult>[]): Promise<void> {
  const next = await pending.shift()
  if (next !== undefined) report.add(next)
}

function toReported(item: ExportItem, notes: string[]): ItemResult {
  return { ...item, result: 'reported', file: null, draft: false, notes }
}

function toPathPart(id: string): string {
  return (
    id
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .slice(-40)
      .replace(/^-|-$/g, '') || 'x'
  )
}

function toHash(story: Story): string {
  return createHash('sha1').update(JSON.stringify(story)).digest('base64')
}
