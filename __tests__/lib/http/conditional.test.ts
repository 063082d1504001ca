import { isNotModified, toConditions } from '#lib/http/conditional.ts'

const ETAG = '"4-abc"'
const MODIFIED = Date.parse('2026-11-22T07:30:00.900Z')
const SAME_SECOND = 'Sun, 22 Nov 2026 07:30:00 GMT'

const CASES: [name: string, headers: Record<string, string>, isHeldByNow: boolean][] = [
  ['nothing', {}, false],
  ['the same tag', { 'if-none-match': '"4-abc"' }, true],
  ['the same tag, made weak on the way', { 'if-none-match': 'W/"4-abc"' }, true],
  ['one of several tags', { 'if-none-match': '"1-x", "4-abc"' }, true],
  ['one of several tags without spaces', { 'if-none-match': 'W/"1-x",W/"4-abc","y"' }, true],
  ['a tag with a comma beside it', { 'if-none-match': '"a,b", "4-abc"' }, true],
  ['any tag', { 'if-none-match': '*' }, true],
  ['any tag, with spaces', { 'if-none-match': ' * ' }, true],
  ['a tag that is an asterisk', { 'if-none-match': '"*"' }, false],
  ['another tag', { 'if-none-match': '"4-abd"' }, false],
  ['a longer tag', { 'if-none-match': '"x4-abc"' }, false],
  ['the tag without quotes', { 'if-none-match': '4-abc' }, false],
  ['an empty list', { 'if-none-match': '' }, false],
  ['the same second', { 'if-modified-since': SAME_SECOND }, true],
  ['the same second in the form of RFC 850', { 'if-modified-since': 'Sunday, 22-Nov-26 07:30:00 GMT' }, true],
  ['the same second in the form of asctime', { 'if-modified-since': 'Sun Nov 22 07:30:00 2026' }, true],
  ['an earlier second', { 'if-modified-since': 'Sun, 22 Nov 2026 07:29:59 GMT' }, false],
  ['an earlier second in the form of asctime', { 'if-modified-since': 'Sun Nov 22 07:29:59 2026' }, false],
  ['no date at all', { 'if-modified-since': 'yesterday' }, false],
  ['a date in no form of HTTP', { 'if-modified-since': '9999' }, false],
  ['a day that is none', { 'if-modified-since': 'Sun, 99 Nov 2026 07:30:00 GMT' }, false],
  [
    'another tag and the same second',
    { 'if-none-match': '"4-abd"', 'if-modified-since': SAME_SECOND },
    false,
  ],
  [
    'the same tag and an earlier second',
    { 'if-none-match': ETAG, 'if-modified-since': 'Sun, 22 Nov 2020 07:30:00 GMT' },
    true,
  ],
]

it.each(CASES)('a client that sends %s: %j holds it: %s', (_name, headers, expected) => {
  expect(isNotModified(headers, ETAG, MODIFIED)).toBe(expected)
  expect(isNotModified(toConditions(new Headers(headers)), ETAG, MODIFIED)).toBe(expected)
})

it('no date is late enough for what says nothing of its own', () => {
  expect(isNotModified({ 'if-modified-since': SAME_SECOND }, ETAG, null)).toBe(false)
})
