import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib'
import type { Coding } from '#lib/http/negotiate.ts'
import { copyOutOfPool } from './copy-out-of-pool.ts'

export type Effort = 'quick' | 'best'

const brotli = promisify(brotliCompress)
const zstd = promisify(zstdCompress)
const deflate = promisify(gzip)

const LEVELS = {
  br: { quick: 6, best: 11 },
  zstd: { quick: 3, best: 19 },
  gzip: { quick: 6, best: 9 },
} as const

/** Above this the best brotli can do takes seconds of a core. */
const MAX_FOR_BEST = 4 * 1024 * 1024

/** A window no larger than the text: brotli allots all of the default's 4 MB for each page it compresses at its best. */
function toWindowBits(length: number): number {
  const needed = 32 - Math.clz32(length)
  return Math.min(constants.BROTLI_DEFAULT_WINDOW, Math.max(constants.BROTLI_MIN_WINDOW_BITS, needed))
}

/** Compresses off the main thread. `quick` takes about a millisecond for a page, `best` about thirty. */
export async function compress(bytes: Buffer, coding: Coding, effort: Effort): Promise<Buffer> {
  return coding === 'identity' ? bytes : copyOutOfPool(await compressWith(coding, bytes, effort))
}

function compressWith(coding: Exclude<Coding, 'identity'>, bytes: Buffer, effort: Effort): Promise<Buffer> {
  const level = bytes.length > MAX_FOR_BEST ? 'quick' : effort
  switch (coding) {
    case 'br':
      return brotli(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: LEVELS.br[level],
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          [constants.BROTLI_PARAM_LGWIN]: toWindowBits(bytes.length),
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        },
      })
    case 'zstd':
      return zstd(bytes, { params: { [constants.ZSTD_c_compressionLevel]: LEVELS.zstd[level] } })
    case 'gzip':
      return deflate(bytes, { level: LEVELS.gzip[level] })
  }
}
