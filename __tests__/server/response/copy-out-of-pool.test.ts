import { compress } from '../../../server/response/compress.ts'
import { copyOutOfPool } from '../../../server/response/copy-out-of-pool.ts'

const page = Buffer.from('The tide came in. '.repeat(2_000))

it('keeps the bytes, and nothing of what they were cut from', () => {
  const piece = page.subarray(4, 8)
  const own = copyOutOfPool(piece)
  expect(own.toString()).toBe('tide')
  expect(own.buffer.byteLength).toBe(4)
})

it('takes what lies alone as it is', () => {
  const alone = Buffer.allocUnsafeSlow(8)
  expect(copyOutOfPool(alone)).toBe(alone)
})

it.each([
  ['br', 'quick'],
  ['br', 'best'],
  ['zstd', 'quick'],
  ['gzip', 'best'],
] as const)('holds a page in %s (%s) in its own size', async (coding, effort) => {
  const bytes = await compress(page, coding, effort)
  expect(bytes.length).toBeLessThan(1_000)
  expect(bytes.buffer.byteLength).toBe(bytes.length)
})
