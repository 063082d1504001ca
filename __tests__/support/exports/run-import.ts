import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defaultSite } from '#lib/config/site.ts'
import { parseAuthor } from '#lib/content/parse-author.ts'
import { parsePage } from '#lib/content/parse-page.ts'
import { parsePost } from '#lib/content/parse-post.ts'
import { type ImportOptions, importExport } from '#lib/import/import-export.ts'
import type { ImportSummary, ItemResult } from '#lib/import/output/report.ts'

export type ImportOutcome = {
  folder: string
  summary: ImportSummary
  items: ItemResult[]
  /** Every file written, by its path in the content folder. */
  files: Map<string, string>
}

/** Imports an export given by its bytes, into an empty folder or again into `folder`. */
export async function runImport(
  name: string,
  bytes: string | Uint8Array,
  options: Partial<ImportOptions> & { folder?: string } = {},
): Promise<ImportOutcome> {
  const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'broadsheet-test-import-'))
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  const into = path.join(folder, 'content')
  const summary = await importExport({
    format: null,
    media: { from: null, fetch: null },
    types: [],
    origin: null,
    threads: 0,
    onProgress: () => {},
    ...options,
    file,
    into,
  })
  const report = JSON.parse(readFileSync(path.join(into, 'import-report.json'), 'utf8'))
  return { folder, summary, items: report.items, files: readFiles(into) }
}

export function removeFolder({ folder }: Pick<ImportOutcome, 'folder'>): void {
  rmSync(folder, { recursive: true, force: true })
}

/** What the site's own parser has to say of what was written; nothing, it is to be hoped. */
export function listProblems(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([file, text]) => {
    const source = { path: file, bytes: Buffer.from(text) }
    const parse = file.startsWith('pages/')
      ? parsePage
      : file.startsWith('authors/')
        ? parseAuthor
        : parsePost
    return parse(source, defaultSite).problems.map(({ message, found }) => `${file}: ${message} (${found})`)
  })
}

/** Items in = files and reported; every one of them. */
export function countItems({ summary, items, files }: ImportOutcome) {
  const { counts } = summary
  const stories = [...files.keys()].filter((file) => file.endsWith('.md'))
  return {
    items: counts.items,
    listed: items.length,
    sum: counts.written + counts.unchanged + counts.reported,
    isWhole: counts.written + counts.unchanged === new Set(stories).size,
  }
}

function readFiles(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const files = entries.map((entry): [string, string] => {
    const full = path.join(entry.parentPath, entry.name)
    return [path.relative(folder, full), readFileSync(full, 'utf8')]
  })
  return new Map(files.filter(([file]) => file.endsWith('.md')).sort())
}

/** `runImport` for the tests of a file: each run is whole and gives nothing to complain of; its folder is gone after the test. */
export function setUpImports(): typeof runImport {
  const outcomes: ImportOutcome[] = []

  afterEach(() => {
    for (const outcome of outcomes.splice(0)) removeFolder(outcome)
  })

  return async (...args) => {
    const outcome = await runImport(...args)
    outcomes.push(outcome)
    const { items, listed, sum } = countItems(outcome)
    expect([listed, sum]).toEqual([items, items])
    expect(listProblems(outcome.files)).toEqual([])
    return outcome
  }
}

/** What became of each item, as `post written`. */
export const listResults = ({ items }: ImportOutcome) => items.map(({ type, result }) => `${type} ${result}`)
