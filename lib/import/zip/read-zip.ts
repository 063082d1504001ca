import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'
import { ImportError } from '../import-error.ts'

/** A file in a zip. `fault` says why it must not be touched: its name leads out of the zip, or it is encrypted. */
export type ZipEntry = {
  name: string
  size: number
  fault: string | null
  open: () => Promise<Readable>
}

/** Bytes a single file may unpack to when it is read into memory. */
const MAX_READ = 64_000_000
/** Bytes that all files of a zip may unpack to on disk. */
const MAX_EXTRACTED = 50_000_000_000

/**
 * The files of a zip, one after the other. A file larger than the zip says is refused while it is unpacked, so what it
 * may cost is known before.
 *
 * @throws {ImportError} when it is no zip that can be read
 */
export async function* listZip(file: string): AsyncGenerator<ZipEntry> {
  const zip = await openZip(file)
  try {
    for await (const entry of zip.eachEntry()) {
      const name = readName(entry)
      if (name.endsWith('/')) continue
      const fault = entry.isEncrypted() ? 'it is encrypted' : yauzl.validateFileName(name)
      yield { name, size: entry.uncompressedSize, fault, open: () => zip.openReadStreamPromise(entry) }
    }
  } catch (error) {
    throw new ImportError(
      `${file} cannot be read as a zip: ${Error.isError(error) ? error.message : String(error)}`,
    )
  } finally {
    zip.close()
  }
}

/** A file of a zip, in memory. */
export async function readEntry(entry: ZipEntry): Promise<Buffer> {
  if (entry.size > MAX_READ) throw new Error(`it unpacks to ${Math.round(entry.size / 1_000_000)} MB`)
  const pieces: Buffer[] = []
  for await (const piece of await entry.open()) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

/** Unpacks the files whose name `accept` likes below `folder`, under the names it gives them. */
export async function extractFiles(
  file: string,
  folder: string,
  accept: (name: string) => string | null,
): Promise<string[]> {
  const written: string[] = []
  let bytes = 0
  for await (const entry of listZip(file)) {
    const name = entry.fault === null ? accept(entry.name) : null
    bytes += name === null ? 0 : entry.size
    if (bytes > MAX_EXTRACTED) throw new ImportError(`${file} unpacks to more than 50 GB.`)
    if (name === null || yauzl.validateFileName(name) !== null) continue
    const target = path.join(folder, name)
    await mkdir(path.dirname(target), { recursive: true })
    await pipeline(await entry.open(), createWriteStream(target))
    written.push(target)
  }
  return written
}

async function openZip(file: string): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.openPromise(file, { autoClose: false, decodeStrings: false, lazyEntries: true })
  } catch (error) {
    throw new ImportError(`${file} is no zip: ${Error.isError(error) ? error.message : String(error)}`)
  }
}

/** Names are UTF-8 in every program's zips of our day, whether they say so or not. */
function readName({ fileName }: yauzl.Entry): string {
  const raw: unknown = fileName
  return Buffer.isBuffer(raw) ? raw.toString('utf8').replaceAll('\\', '/') : String(raw)
}
