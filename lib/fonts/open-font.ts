import { createRequire } from 'node:module'
import { brotliDecompressSync } from 'node:zlib'
import type { create, Font } from 'fontkit'
import { z } from 'zod'
import type { FontFile } from '#lib/config/custom-faces.ts'

/** Loads the package when the first font comes: most papers have none. */
const load = createRequire(import.meta.url)

const fontkitSchema = z.object({
  create: z.custom<typeof create>((value) => typeof value === 'function'),
})

type FontFormat = FontFile['format']

/** A font that was read, or why its bytes are none. */
export type OpenedFont = { font: Font; format: FontFormat } | { reason: string }

/** Bytes of a font once it is decompressed: far more than one cut to a language has; and of a whole one, by a command. */
const MAX_UNPACKED_BYTES = { served: 4_000_000, source: 60_000_000 } as const

/** Tables without which nothing can be set. */
const TABLES = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'OS/2']

/** Reads WOFF2, TrueType or OpenType. Names lie: the first bytes say which it is. Nothing of a hostile file is unpacked without a bound. */
export function openFont(bytes: Buffer, use: keyof typeof MAX_UNPACKED_BYTES = 'served'): OpenedFont {
  const format = findFormat(bytes)
  if (format === null) return { reason: 'its first bytes are those of no WOFF2, TrueType or OpenType font' }
  try {
    if (format === 'woff2') checkUnpackedSize(bytes, MAX_UNPACKED_BYTES[use])
    const font = fontkitSchema.parse(load('fontkit')).create(bytes)
    if (!('layout' in font)) return { reason: 'it is a collection of fonts' }
    const missing = TABLES.filter((tag) => !hasTable(font, tag))
    if (missing.length > 0) return { reason: `it has no ${missing.join(', ')} table` }
    if (!(font.unitsPerEm > 0) || font.numGlyphs < 2) return { reason: 'it has no glyphs' }
    // Tables are read when they are asked for.
    if (font.glyphForCodePoint(0x20).advanceWidth < 0) return { reason: 'its widths cannot be read' }
    return { font, format }
  } catch (error) {
    return { reason: Error.isError(error) ? error.message : String(error) }
  }
}

const FORMATS: ReadonlyMap<string, FontFormat> = new Map([
  ['wOF2', 'woff2'],
  ['OTTO', 'opentype'],
  ['true', 'truetype'],
  ['\0\u0001\0\0', 'truetype'],
])

function findFormat(bytes: Buffer): FontFormat | null {
  return FORMATS.get(bytes.toString('latin1', 0, 4)) ?? null
}

function hasTable(font: Font, tag: string): boolean {
  const directory: unknown = Reflect.get(font, 'directory')
  const tables: unknown = directory instanceof Object ? Reflect.get(directory, 'tables') : null
  return tables instanceof Object && Object.hasOwn(tables, tag)
}

const HEADER_BYTES = 48
const GLYF = 10
const LOCA = 11
const ANY_TAG = 63

/**
 * Unpacks WOFF2 once, no further than is allowed: a few kilobytes of Brotli can stand for gigabytes.
 *
 * @see https://www.w3.org/TR/WOFF2/#table_dir_format
 * @throws {Error} when it is damaged, or larger than allowed
 */
function checkUnpackedSize(bytes: Buffer, most: number): void {
  let at = HEADER_BYTES
  let total = 0
  for (let table = bytes.readUInt16BE(12); table > 0; table -= 1) {
    const flags = bytes.readUInt8(at)
    at += (flags & 63) === ANY_TAG ? 5 : 1
    const original = readBase128()
    const isGlyphs = (flags & 63) === GLYF || (flags & 63) === LOCA
    // Glyphs are transformed by version 0, other tables by any other.
    const isTransformed = isGlyphs ? flags >> 6 === 0 : flags >> 6 !== 0
    if (isTransformed) readBase128()
    total += original
  }
  if (total > most) throw new Error(`it unpacks to ${total} bytes`)
  const packed = bytes.subarray(at, at + bytes.readUInt32BE(20))
  brotliDecompressSync(packed, { maxOutputLength: most })

  function readBase128(): number {
    let value = 0
    for (let digits = 0; digits < 5; digits += 1) {
      const byte = bytes.readUInt8(at)
      at += 1
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
    throw new Error('a length in its table directory has too many digits')
  }
}
