import { prefers } from '#lib/format/accept.ts'

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
