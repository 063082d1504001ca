import { parseWeights, prefers } from '#lib/http/accept.ts'

it.each([
  [null, false],
  ['', false],
  ['*/*', false],
  ['text/*', false],
  ['text/html,application/xhtml+xml,*/*;q=0.8', false],
  ['text/markdown', true],
  ['text/markdown, text/html;q=0.9', true],
  ['text/markdown, text/html, */*', true],
  ['text/html, text/markdown;q=0.5', false],
  ['text/markdown;q=0', false],
  ['TEXT/Markdown; charset=utf-8', true],
])('%j asks for Markdown: %s', (accept, expected) => {
  expect(prefers(accept, 'text/markdown', 'text/html')).toBe(expected)
})

it.each([
  ['gzip;q=0.5, br', { gzip: 0.5, br: 1 }],
  ['GZIP;Q=1.0 , X-Gzip ; q=0.001', { gzip: 1, 'x-gzip': 0.001 }],
  ['text/html;level=1;q=0.4, */*;q=0', { 'text/html': 0.4, '*/*': 0 }],
  ['br;q=nonsense, gzip;q=7, zstd;q=-1, identity;q=', { br: 0, gzip: 0, zstd: 0, identity: 0 }],
  [', ,', {}],
])('%j names %j', (header, expected) => {
  expect(Object.fromEntries(parseWeights(header))).toEqual(expected)
})
