import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'

/** Small buffers and tables: most texts are short, and large ones cost more to make than the packing. */
const OPTIONS = {
  chunkSize: 8_192,
  params: {
    [constants.ZSTD_c_compressionLevel]: 1,
    [constants.ZSTD_c_windowLog]: 14,
    [constants.ZSTD_c_hashLog]: 12,
    [constants.ZSTD_c_chainLog]: 12,
  },
}

/** Text as the index keeps it: English prose takes half the room, for half of what deflate takes to make it. */
export function packText(text: string): Uint8Array {
  return zstdCompressSync(text, OPTIONS)
}

/** @throws {Error} for what `packText` did not make */
export function unpackText(data: unknown): string {
  if (!(data instanceof Uint8Array)) throw new Error('A text in the index is not what was put there.')
  return zstdDecompressSync(data, { chunkSize: OPTIONS.chunkSize }).toString()
}
