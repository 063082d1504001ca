import { existsSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { getEnv } from '#lib/config/env.ts'
import { EXPORT_FORMATS, type ExportFormat } from '#lib/import/detect-format.ts'
import { importExport } from '#lib/import/import-export.ts'
import type { ImportSummary } from '#lib/import/output/report.ts'
import { type Command, EXIT, splitList, UsageError } from './command.ts'
import { startProgress } from './progress.ts'

const MAX_NOTES = 20

const HELP = `broadsheet import <file> [options]

Writes the stories of another program's export into the content folder, as Markdown. Run it again after an
interruption, or with a newer export: what is there stays as it is, what is missing is written.

  <file>          WordPress (WXR: .xml), Ghost (.json or .zip), Medium (.zip), Substack (.zip), Blogger (.xml or
                  Takeout's .zip), Movable Type or TypePad (.txt)
  --into DIR      the content folder to write into (CONTENT_DIR, else ./content)
  --media DIR     a folder with the old site's pictures and files: those that stories show are copied into media/
  --fetch         pictures that are not there are fetched from the old site
  --site URL      where the old site lived, for exports that do not say (Ghost, Substack, Takeout)
  --types a,b     WordPress: types of posts that become stories too
  --format NAME   ${EXPORT_FORMATS.join(', ')}; else the file tells
  --json          print the report's figures as JSON

Every item of the export is listed in import-report.json in the content folder, with what was not carried over.
Exit status: 0 when something was read, 1 when an item was broken, 2, 3.

  npx broadsheet import old.wordpress.xml --media ~/backup/wp-content/uploads`

export const importCommand: Command = {
  summary: 'brings in the stories of WordPress, Ghost, Medium, Substack, Blogger, Movable Type',
  help: HELP,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        into: { type: 'string' },
        media: { type: 'string' },
        fetch: { type: 'boolean', default: false },
        site: { type: 'string' },
        types: { type: 'string' },
        format: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0)
      throw new UsageError('Say one file: broadsheet import <file>')
    if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`)
    if (statSync(file).isDirectory())
      throw new UsageError(`${file} is a folder. Name the export's file, or zip the folder.`)
    const { contentDir, allowLoopbackPictures } = getEnv()
    const into = path.resolve(values.into ?? contentDir)
    const progress = startProgress('Importing')
    const summary = await importExport({
      file: path.resolve(file),
      format: parseFormat(values.format),
      into,
      media: {
        from: parseFolder(values.media),
        fetch: values.fetch ? { allowHosts: [], allowLoopback: allowLoopbackPictures } : null,
      },
      types: splitList(values.types),
      origin: parseSite(values.site),
      threads: Math.max(1, Math.min(2, availableParallelism() - 1)),
      onProgress: (fraction, items) =>
        progress.show(fraction, `${Math.floor(fraction * 100)} %, ${items} items`),
    })
    progress.end()
    console.log(values.json ? formatJson(summary, into) : formatSummary(summary, into))
    return summary.byType.has('broken reported') ? EXIT.problems : EXIT.ok
  },
}

function parseFormat(written: string | undefined): ExportFormat | null {
  if (written === undefined) return null
  const known = EXPORT_FORMATS.find((format) => format === written)
  if (known !== undefined) return known
  throw new UsageError(`There is no format "${written}". Write one of: ${EXPORT_FORMATS.join(', ')}.`)
}

function parseFolder(written: string | undefined): string | null {
  if (written === undefined) return null
  if (statSync(written, { throwIfNoEntry: false })?.isDirectory()) return path.resolve(written)
  throw new UsageError(`--media ${written}: there is no such folder.`)
}

function parseSite(written: string | undefined): string | null {
  if (written === undefined) return null
  const url = URL.parse(written)
  if (url !== null && /^https?:$/.test(url.protocol)) return url.href.replace(/\/$/, '')
  throw new UsageError(`--site ${written}: write an address such as https://old.example`)
}

function formatJson({ format, counts, warnings }: ImportSummary, into: string): string {
  return JSON.stringify({ format, into, report: path.join(into, 'import-report.json'), counts, warnings })
}

function formatSummary({ format, counts, byType, byNote, warnings }: ImportSummary, into: string): string {
  const { items, written, unchanged, reported, drafts } = counts
  const types = [...byType].map(([kind, count]) => `  ${String(count).padStart(8)}  ${kind}`)
  const notes = byNote.slice(0, MAX_NOTES).map(([note, count]) => `  ${String(count).padStart(8)}  ${note}`)
  const rest = byNote.length > MAX_NOTES ? [`  ${byNote.length - MAX_NOTES} more kinds of remarks`] : []
  return [
    `${items} items of ${format}: ${written} written (${drafts} of all are drafts), ${unchanged} there already, ${reported} only reported.`,
    ...types,
    ...(notes.length === 0 ? [] : ['Not carried over, or to look at:', ...notes, ...rest]),
    ...warnings,
    `Item by item: ${path.join(into, 'import-report.json')}. Next: npx broadsheet check`,
  ].join('\n')
}
