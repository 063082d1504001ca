import path from 'node:path'
import type { ExportEntry, ExportItem, OpenExport, ReadOptions } from '../story.ts'
import { listZip, readEntry, type ZipEntry } from '../zip/read-zip.ts'
import { toStory } from './to-story.ts'

/**
 * Medium's export: a zip with one HTML file for each story, draft and response below `posts/`.
 *
 * @throws {ImportError} when the zip cannot be read
 */
export async function openMedium(file: string, options: ReadOptions): Promise<OpenExport> {
  return { origin: null, entries: listEntries(file, options), warnings: [] }
}

async function* listEntries(file: string, { onProgress }: ReadOptions): AsyncGenerator<ExportEntry> {
  let bytes = 0
  for await (const entry of listZip(file)) {
    bytes += entry.size / 4
    onProgress(bytes)
    if (/(?:^|\/)posts\/[^/]+\.html$/.test(entry.name)) yield await toEntry(entry)
  }
}

async function toEntry(entry: ZipEntry): Promise<ExportEntry> {
  const name = path.posix.basename(entry.name)
  const item: ExportItem = {
    id: name,
    type: name.startsWith('draft_') ? 'draft' : 'post',
    title: '',
    line: null,
  }
  if (entry.fault !== null) return { kind: 'reported', item, reason: entry.fault }
  try {
    const { story, notes } = toStory((await readEntry(entry)).toString('utf8'), name)
    return { kind: 'story', item: { ...item, title: story.title }, story, notes }
  } catch (error) {
    const reason = `it cannot be read: ${Error.isError(error) ? error.message : String(error)}`
    return { kind: 'reported', item, reason }
  }
}
