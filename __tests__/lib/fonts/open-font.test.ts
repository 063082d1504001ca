import { brotliCompressSync } from 'node:zlib'
import { openFont } from '#lib/fonts/open-font.ts'
import { readFontPackage } from '../../support/fonts.ts'

const REGULAR = readFontPackage('noto-serif-latin-400-normal')

/** A WOFF2 file of one table, whose `length` bytes unpack from `packed`. */
function makeWoff2(packed: Buffer, length: number): Buffer {
  const head = Buffer.alloc(48)
  head.write('wOF2', 'latin1')
  head.writeUInt16BE(1, 12)
  head.writeUInt32BE(packed.length, 20)
  const digits = [4, 3, 2, 1, 0].map((place) => (length >>> (7 * place)) & 127)
  const first = digits.findIndex((digit) => digit !== 0)
  const written = digits.slice(first).map((digit, at, all) => (at === all.length - 1 ? digit : digit | 128))
  return Buffer.concat([head, Buffer.from([1, ...written]), packed])
}

it('opens WOFF2', () => {
  const opened = openFont(REGULAR)
  expect(opened).toMatchObject({ format: 'woff2' })
  expect('font' in opened && opened.font.familyName).toBe('Noto Serif')
})

it.each([
  ['no bytes', Buffer.alloc(0), /first bytes/],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n'), /first bytes/],
  [
    'a page that answers in the place of a font',
    Buffer.from('<!doctype html><title>Log in</title>'),
    /first bytes/,
  ],
  ['a WOFF2 that ends early', REGULAR.subarray(0, 4_000), /./],
  ['a WOFF2 of nothing but its head', REGULAR.subarray(0, 48), /./],
  ['an OpenType head without tables', Buffer.concat([Buffer.from('OTTO'), Buffer.alloc(64)]), /table/],
  [
    'a WOFF2 that says it is larger than any font',
    makeWoff2(brotliCompressSync(Buffer.alloc(100)), 50_000_000),
    /50000000 bytes/,
  ],
  [
    'a WOFF2 that is larger than it says',
    makeWoff2(brotliCompressSync(Buffer.alloc(50_000_000)), 100),
    /larger|exceed/i,
  ],
])('%s is no font, and why is said', (_what, bytes, reason) => {
  const opened = openFont(bytes)
  expect('reason' in opened && opened.reason).toMatch(reason)
})
