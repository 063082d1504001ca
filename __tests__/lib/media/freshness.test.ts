import { isUnchanged } from '#lib/media/freshness.ts'

const PICTURE = { etag: '"4-abc"', modified: new Date('2026-11-22T07:30:00.900Z') }

it.each([
  ['nothing', {}, false],
  ['the same tag', { 'if-none-match': '"4-abc"' }, true],
  ['the same tag, made weak on the way', { 'if-none-match': 'W/"4-abc"' }, true],
  ['one of several tags', { 'if-none-match': '"1-x", "4-abc"' }, true],
  ['any tag', { 'if-none-match': '*' }, true],
  ['another tag', { 'if-none-match': '"4-abd"' }, false],
  ['the same second', { 'if-modified-since': 'Sun, 22 Nov 2026 07:30:00 GMT' }, true],
  ['an earlier second', { 'if-modified-since': 'Sun, 22 Nov 2026 07:29:59 GMT' }, false],
  ['no date at all', { 'if-modified-since': 'yesterday' }, false],
  [
    'another tag and the same second',
    { 'if-none-match': '"4-abd"', 'if-modified-since': 'Sun, 22 Nov 2026 07:30:00 GMT' },
    false,
  ],
])('a reader who sends %s', (_what, headers: Record<string, string>, unchanged) => {
  expect(isUnchanged(new Headers(headers), PICTURE)).toBe(unchanged)
})
