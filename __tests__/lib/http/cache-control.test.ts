import { createCacheControl, formatCacheControl } from '#lib/http/cache-control.ts'

const HOUR = 3_600_000
const NOW = Date.parse('2026-11-22T08:00:00Z')

it.each([
  [false, 48 * HOUR, 'public, max-age=0, s-maxage=60, stale-while-revalidate=600, stale-if-error=86400'],
  [true, 48 * HOUR, 'public, max-age=0, s-maxage=86400, stale-while-revalidate=600, stale-if-error=86399'],
  [true, HOUR, 'public, max-age=0, s-maxage=3599, must-revalidate'],
  [false, 30_000, 'public, max-age=0, s-maxage=29, must-revalidate'],
  [true, 30_000, 'public, max-age=0, s-maxage=29, must-revalidate'],
  [true, 0, 'public, max-age=0, s-maxage=0, must-revalidate'],
])('with purging %s and the next boundary in %d ms it is %s', (isPurged, ms, expected) => {
  expect(formatCacheControl(NOW, NOW + ms, isPurged)).toBe(expected)
})

it('is another within the same second when purging fails', () => {
  const toCacheControl = createCacheControl()
  expect(toCacheControl(NOW, NOW + HOUR, true)).toContain('s-maxage=3599')
  expect(toCacheControl(NOW, NOW + HOUR, false)).toContain('s-maxage=60')
})
