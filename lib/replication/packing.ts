import { promisify } from 'node:util'
import { constants, zstdCompress, zstdDecompress } from 'node:zlib'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

const OPTIONS = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/** Bytes as PostgreSQL keeps them. */
export function pack(bytes: Uint8Array): Promise<Uint8Array> {
  return compress(bytes, OPTIONS)
}

export function unpack(packed: Uint8Array): Promise<Uint8Array> {
  return decompress(packed)
}
