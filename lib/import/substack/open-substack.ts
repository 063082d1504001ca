import path from 'node:path'
import { parse } from 'csv-parse'
import { z } from 'zod'
import { escapeHtml } from '../html/escape.ts'
import { ImportError } from '../import-error.ts'
import { Ledger } from '../output/ledger.ts'
import {
  EMPTY_STORY,
  type ExportEntry,
  type ExportItem,
  type OpenExport,
  type ReadOptions,
  type Story,
  toHtmlBody,
} from '../story.ts'
import { toDay, toInstant } from '../to-day.ts'
import { listZip, readEntry, type ZipEntry } from '../zip/read-zip.ts'

const field = z.string().default('')
const rowSchema = z.object({
  post_id: z.string().min(1),
  post_date: field,
  is_published: field,
  email_sent_at: field,
  type: field,
  audience: field,
  title: field,
  subtitle: field,
  podcast_url: field,
})
type Row = z.infer<typeof rowSchema>

/**
 * Substack's export: a zip with `posts.csv`, a row for each post, and its text in `posts/<post_id>.html`.
 *
 * @throws {ImportError} when there is no `posts.csv` in it
 */
export async function openSubstack(
  file: string,
  options: ReadOptions,
  origin: string | null,
): Promise<OpenExport> {
  const ledger = new Ledger(options.scratchDir, 'substack')
  const warnings: string[] = []
  let hasRows = false
  for await (const entry of listZip(file)) {
    if (path.posix.basename(entry.name) !== 'posts.csv' || entry.fault !== null) continue
    hasRows = true
    await readTable(entry, ledger, warnings)
  }
  if (!hasRows) throw new ImportError(`${file} is no Substack export: there is no posts.csv in it.`)
  return { origin, entries: listEntries(file, ledger, options), warnings }
}

async function readTable(entry: ZipEntry, ledger: Ledger, warnings: string[]): Promise<void> {
  const table = parse({
    bom: true,
    columns: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: 1_000_000,
  })
  const source = await entry.open()
  source.on('error', (error) => table.destroy(error))
  source.pipe(table)
  try {
    for await (const record of table) {
      const row = rowSchema.safeParse(record)
      if (!row.success)
        warnings.push(`a row of posts.csv has no post_id: ${JSON.stringify(record).slice(0, 100)}`)
      else if (ledger.see(row.data.post_id, '') === 'first') {
        ledger.putPart(row.data.post_id, row.data)
        ledger.addTo('rows', 0, row.data.post_id)
      }
    }
  } catch (error) {
    warnings.push(
      `posts.csv cannot be read to its end: ${Error.isError(error) ? error.message : String(error)}`,
    )
  }
}

async function* listEntries(
  file: string,
  ledger: Ledger,
  { onProgress }: ReadOptions,
): AsyncGenerator<ExportEntry> {
  let bytes = 0
  for await (const entry of listZip(file)) {
    bytes += entry.size / 4
    onProgress(bytes)
    if (!/(?:^|\/)posts\/[^/]+\.html$/.test(entry.name)) continue
    const id = path.posix.basename(entry.name, '.html')
    ledger.putPart(`text ${id}`, {})
    yield await toEntry(entry, id, ledger)
  }
  for (const id of ledger.list('rows')) {
    if (ledger.getPart(`text ${id}`) !== null) continue
    const row = rowSchema.parse(ledger.getPart(id))
    const item = { id, type: row.type || 'post', title: row.title, line: null }
    yield { kind: 'reported', item, reason: 'the export holds no text of it' }
  }
  ledger.close()
}

async function toEntry(entry: ZipEntry, id: string, ledger: Ledger): Promise<ExportEntry> {
  const found = rowSchema.safeParse(ledger.getPart(id))
  const row = found.success ? found.data : null
  const item: ExportItem = { id, type: row?.type || 'post', title: row?.title ?? '', line: null }
  if (entry.fault !== null) return { kind: 'reported', item, reason: entry.fault }
  try {
    const html = (await readEntry(entry)).toString('utf8')
    if (row !== null) return { kind: 'story', item, ...toStory(row, html) }
    const story = { ...EMPTY_STORY, slug: toSlug(id), isDraft: true, body: toHtmlBody(html) }
    return { kind: 'story', item, story, notes: ['it has no row in posts.csv: it is a draft'] }
  } catch (error) {
    const reason = `it cannot be read: ${Error.isError(error) ? error.message : String(error)}`
    return { kind: 'reported', item, reason }
  }
}

function toStory(row: Row, html: string): { story: Story; notes: string[] } {
  const slug = toSlug(row.post_id)
  const isOut = row.is_published.toLowerCase() === 'true'
  const isForAll = row.audience === '' || row.audience === 'everyone'
  const isMail = row.type === 'adhoc_email'
  const isPage = row.type === 'page'
  const sound = row.podcast_url === '' ? '' : `<audio src="${escapeHtml(row.podcast_url)}" controls></audio>`
  const story: Story = {
    ...EMPTY_STORY,
    room: isPage ? 'pages' : 'posts',
    slug,
    title: row.title.trim(),
    day: isPage ? null : toDay(row.post_date || row.email_sent_at),
    published: isPage ? null : toInstant(row.post_date || row.email_sent_at),
    isDraft: !isOut || !isForAll || isMail,
    description: row.subtitle.trim(),
    aliases: slug === '' || !isOut ? [] : [`/p/${slug}`],
    body: toHtmlBody(`${sound}${html}`),
  }
  const notes = [
    ...(isOut ? [] : ['it was not published: it is a draft']),
    ...(isForAll ? [] : [`only "${row.audience}" could read it: it is a draft`]),
    ...(isMail ? ['it was only sent as a letter: it is a draft'] : []),
    ...(row.title.trim() === '' ? ['it has no title'] : []),
  ]
  return { story, notes }
}

/** `12345.the-chain-ferry` → `the-chain-ferry`. */
function toSlug(id: string): string {
  return id.replace(/^\d+\.?/, '')
}
