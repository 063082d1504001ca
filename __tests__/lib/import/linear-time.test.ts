import { toMarkdown } from '#lib/import/html/to-markdown.ts'
import { parseHtml } from '#lib/import/html/tree/parse-html.ts'
import { measureGrowth } from '../../support/measure-growth.ts'

function convert(text: string): string {
  const body = { format: 'html' as const, text, lineBreaks: 'paragraphs' as const, footnotes: [] }
  return toMarkdown(body, parseHtml(text), { origin: 'https://old.example', moved: new Map() }).markdown
}

it.each([
  ['paragraphs', '<p>quay</p>', 'quay\n\nquay\n'],
  ['blank lines', 'quay\n\n', 'quay\n\nquay\n'],
  ['lazy pictures', '<img src="data:x"><noscript><img src="/a"></noscript>', '![](https://old.example/a)'],
  ['braces', 'quay {{ ', 'quay &#123;'],
])('makes Markdown of as many pieces as a body can have: %s', (_what, piece, start) => {
  const markdown = convert(piece.repeat(Math.min(150_000, Math.floor(4_000_000 / piece.length))))
  expect(markdown.slice(0, start.length)).toBe(start)
})

describe('the HTML of an export takes time in proportion to its length, for runs of', () => {
  it.each([
    '<a href><b></b></a>',
    '<a href="/x"><b></b></a>',
    '<b></b>',
    '<i> </i>',
    '<p><b></b></p>',
    '<li><b></b></li>',
    '<tr><td></td></tr>',
    '<span>x</span>',
    'x<!-- y -->',
  ])('%j', (piece) => {
    const toHtml = (length: number) => piece.repeat(Math.ceil(length / piece.length))
    expect(measureGrowth(convert, toHtml)).toBeLessThan(8)
  })
})
