import { open } from 'node:fs/promises'
import path from 'node:path'
import { ImportError } from './import-error.ts'
import { detectEncoding } from './xml/decode-text.ts'
import { listZip } from './zip/read-zip.ts'

export const EXPORT_FORMATS = ['wordpress', 'ghost', 'medium', 'substack', 'blogger', 'movable-type'] as const

export type ExportFormat = (typeof EXPORT_FORMATS)[number]

const HEAD_BYTES = 64_000

/** @throws {ImportError} when it is none of the formats */
export async function detectFormat(file: string): Promise<ExportFormat> {
  if (await isZip(file)) return detectZip(file)
  const text = (await readHead(file)).trimStart()
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

/** Whether a file begins as zips do. */
export async function isZip(file: string): Promise<boolean> {
  return (await readBytes(file)).subarray(0, 2).toString('latin1') === 'PK'
}

async function readHead(file: string): Promise<string> {
  return new TextDecoder(await detectEncoding(file)).decode(await readBytes(file))
}

async function readBytes(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
