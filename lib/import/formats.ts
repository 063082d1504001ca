import { open } from 'node:fs/promises'
import path from 'node:path'
import { openBlogger } from './blogger/open-blogger.ts'
import { openGhost } from './ghost/open-ghost.ts'
import { ImportError } from './import-error.ts'
import { openMedium } from './medium/open-medium.ts'
import { openMovableType } from './movable-type/open-movable-type.ts'
import type { OpenExport, ReadOptions } from './story.ts'
import { openSubstack } from './substack/open-substack.ts'
import { openWxr } from './wordpress/open-wxr.ts'
import { detectEncoding } from './xml/decode-text.ts'
import { extractFiles, listZip } from './zip/read-zip.ts'

export const EXPORT_FORMATS = ['wordpress', 'ghost', 'medium', 'substack', 'blogger', 'movable-type'] as const

export type ExportFormat = (typeof EXPORT_FORMATS)[number]

const HEAD_BYTES = 64_000

/**
 * Opens an export; without `format`, what it is follows from the file itself. `origin` is where the old site lived, for
 * exports that do not say. A zip around the file that counts (WordPress, Ghost) is unpacked into the scratch folder.
 *
 * @throws {ImportError} when it is nothing that can be imported, or not what `format` says
 */
export async function openExport(
  file: string,
  format: ExportFormat | null,
  options: ReadOptions & { origin: string | null },
): Promise<OpenExport & { format: ExportFormat }> {
  const known = format ?? (await detectFormat(file))
  const { origin } = options
  switch (known) {
    case 'wordpress':
      return { format: known, ...(await openWxr(await unpack(file, /\.xml$/i, options), options)) }
    case 'ghost':
      return { format: known, ...(await openGhost(await unpack(file, /\.json$/i, options), options, origin)) }
    case 'medium':
      return { format: known, ...(await openMedium(file, options)) }
    case 'substack':
      return { format: known, ...(await openSubstack(file, options, origin)) }
    case 'blogger':
      return { format: known, ...(await openBlogger(file, options, origin)) }
    case 'movable-type':
      return { format: known, ...(await openMovableType(file, options, origin)) }
  }
}

/** @throws {ImportError} when it is none of the formats */
export async function detectFormat(file: string): Promise<ExportFormat> {
  const head = await readHead(file)
  if (head.startsWith('PK')) return detectZip(file)
  const text = head.trimStart()
  if (text.startsWith('{')) return 'ghost'
  if (/<rss\b/.test(text) || /wordpress\.org\/export/.test(text)) return 'wordpress'
  if (/<feed\b/.test(text)) return 'blogger'
  if (/^(?:AUTHOR|TITLE|BASENAME|STATUS|DATE|UNIQUE URL): /m.test(text)) return 'movable-type'
  throw new ImportError(
    `${file} is none of the exports known here. Say which it is with --format ${EXPORT_FORMATS.join(' | ')}.`,
  )
}

async function detectZip(file: string): Promise<ExportFormat> {
  let found: ExportFormat | null = null
  for await (const { name } of listZip(file)) {
    const base = path.posix.basename(name)
    if (base === 'posts.csv') return 'substack'
    if (base === 'feed.atom') return 'blogger'
    if (/(?:^|\/)posts\/[^/]+\.html$/.test(name)) found = 'medium'
    else if (/\.json$/i.test(base)) found ??= 'ghost'
    else if (/\.xml$/i.test(base)) found ??= 'wordpress'
  }
  if (found !== null) return found
  throw new ImportError(
    `${file} holds no export known here: no posts.csv, feed.atom, posts/*.html, .json or .xml.`,
  )
}

/** The one file in a zip that counts; any other file is that itself. */
async function unpack(file: string, ending: RegExp, { scratchDir }: ReadOptions): Promise<string> {
  if (!(await readHead(file)).startsWith('PK')) return file
  let isFirst = true
  const [inner] = await extractFiles(file, scratchDir, (name) => {
    if (!ending.test(name) || !isFirst) return null
    isFirst = false
    return `export${path.extname(name).toLowerCase()}`
  })
  if (inner === undefined) throw new ImportError(`${file} holds no file that ends in ${ending.source}.`)
  return inner
}

async function readHead(file: string): Promise<string> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    const bytes = buffer.subarray(0, bytesRead)
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'PK'
    return new TextDecoder(await detectEncoding(file)).decode(bytes)
  } finally {
    await handle.close()
  }
}
