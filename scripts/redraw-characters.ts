const HEADER = 12
const RECORD = 16
const CHECKSUM_ADJUSTMENT = 8

/** A font's table, and where its record stands in the directory. */
type Table = { tag: string; bytes: Buffer }

/**
 * A font → the same font with its characters drawn by other glyphs of it.
 *
 * @param font TrueType or OpenType, not compressed
 * @param glyphs a glyph for each character by its code; the font has no others afterwards
 */
export function redrawCharacters(font: Buffer, glyphs: ReadonlyMap<number, number>): Buffer {
  const tables = readTables(font).map(({ tag, bytes }) =>
    tag === 'cmap' ? { tag, bytes: writeCharacterMap(glyphs) } : { tag, bytes },
  )
  return writeFont(font.subarray(0, 4), tables)
}

function readTables(font: Buffer): Table[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, place) => {
    const record = HEADER + RECORD * place
    const start = font.readUInt32BE(record + 8)
    const tag = font.toString('latin1', record, record + 4)
    return { tag, bytes: font.subarray(start, start + font.readUInt32BE(record + 12)) }
  })
}

/** A `cmap` of one subtable, format 12: a group for each character. learn.microsoft.com/typography/opentype/spec/cmap */
function writeCharacterMap(glyphs: ReadonlyMap<number, number>): Buffer {
  const groups = [...glyphs].toSorted(([a], [b]) => a - b)
  const head = Buffer.alloc(28)
  head.writeUInt16BE(1, 2) // one subtable:
  head.writeUInt16BE(3, 4) // Windows,
  head.writeUInt16BE(10, 6) // all of Unicode,
  head.writeUInt32BE(12, 8) // right behind this record
  head.writeUInt16BE(12, 12) // format
  head.writeUInt32BE(16 + 12 * groups.length, 16)
  head.writeUInt32BE(groups.length, 24)
  const body = groups.map(([code, glyph]) => {
    const group = Buffer.alloc(12)
    group.writeUInt32BE(code, 0)
    group.writeUInt32BE(code, 4)
    group.writeUInt32BE(glyph, 8)
    return group
  })
  return Buffer.concat([head, ...body])
}

function writeFont(version: Buffer, tables: readonly Table[]): Buffer {
  const directory = Buffer.alloc(HEADER + RECORD * tables.length)
  const power = 2 ** Math.floor(Math.log2(tables.length))
  version.copy(directory)
  directory.writeUInt16BE(tables.length, 4)
  directory.writeUInt16BE(power * 16, 6)
  directory.writeUInt16BE(Math.log2(power), 8)
  directory.writeUInt16BE((tables.length - power) * 16, 10)
  const padded = tables.map(({ tag, bytes }) => pad(tag === 'head' ? withoutAdjustment(bytes) : bytes))
  let start = directory.length
  tables.forEach(({ tag, bytes }, place) => {
    const record = HEADER + RECORD * place
    const body = padded[place] ?? bytes
    directory.write(tag, record, 'latin1')
    directory.writeUInt32BE(sum(body), record + 4)
    directory.writeUInt32BE(start, record + 8)
    directory.writeUInt32BE(bytes.length, record + 12)
    start += body.length
  })
  return Buffer.concat([directory, ...padded])
}

/** Whoever compresses the font writes the sum over the whole of it anew. */
function withoutAdjustment(head: Buffer): Buffer {
  const copy = Buffer.from(head)
  copy.writeUInt32BE(0, CHECKSUM_ADJUSTMENT)
  return copy
}

function pad(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
}

function sum(words: Buffer): number {
  let total = 0
  for (let place = 0; place < words.length; place += 4) total = (total + words.readUInt32BE(place)) >>> 0
  return total
}
