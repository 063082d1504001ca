import { remark } from 'remark'
import remarkDefinitionList, { defListHastHandlers } from 'remark-definition-list'
import remarkGfm from 'remark-gfm'
import remarkHtml from 'remark-html'
import { mayHaveBareLinks, mayHaveTables } from '#lib/markdown/absent-constructs.ts'
import { markdownToHtml } from '#lib/markdown/pipeline.ts'

const looksForEverything = remark()
  .use(remarkGfm)
  .use(remarkDefinitionList)
  .use(remarkHtml, { sanitize: false, handlers: defListHastHandlers })

function expectTheSame(markdown: string): void {
  expect(markdownToHtml(markdown)).toBe(String(looksForEverything.processSync(markdown)))
}

describe('bare addresses', () => {
  it.each([
    ['See https://tide.example/tables for more.'],
    ['(http://tide.example)'],
    ['<p>src="https://tide.example/a_b_c"</p>'],
    ['www.tide.example opens the line'],
    ['Ask at www.tide.example.'],
    ['*www.tide.example*'],
    ['Write to harbour.master@tide.example'],
  ])('%j may hold one', (markdown) => {
    expect(mayHaveBareLinks(markdown)).toBe(true)
    expectTheSame(markdown)
  })

  it.each([
    ['The tide came in at 5 to 6 @ the quay.'],
    ['[The tables](https://tide.example/tables)'],
    ['[The tables](<https://tide.example/tables of 2026>)'],
    ['![The quay](http://www.tide.example/quay.jpg)'],
    ['<https://tide.example>'],
    ['[The tables][t]\n\n[t]: https://tide.example/tables'],
    ['Awww. The awning is gone.'],
    ['Salt & vinegar &amp; the rest &copy; 2026'],
  ])('%j holds none, and comes out the same without looking for one', (markdown) => {
    expect(mayHaveBareLinks(markdown)).toBe(false)
    expectTheSame(markdown)
  })

  it.each([
    ['Write to harbour.master\\@tide.example'],
    ['Write to harbour.master&#64;tide.example'],
    ['www\\.tide.example'],
    ['“www.tide.example”'],
    ['[The tables](https://tide.example/tables "Where "it" stands")'],
    ['[t]: https://tide.example/tables "Where "it" stands"'],
  ])('%j is one for all that, and still becomes a link', (markdown) => {
    expect(mayHaveBareLinks(markdown)).toBe(false)
    expect(markdownToHtml(markdown)).toContain('<a href="')
    expectTheSame(markdown)
  })
})

describe('tables', () => {
  it.each([
    ['| a |\n| - |\n| 1 |'],
    ['a | b\n--|--\n1 | 2'],
    ['a\n:-\n1'],
    ['a\n-:\n1'],
    ['> a\n> :-:\n> 1'],
    ['- | a |\n  | - |'],
  ])('%j may hold one', (markdown) => {
    expect(mayHaveTables(markdown)).toBe(true)
    expect(markdownToHtml(markdown)).toContain('<table>')
    expectTheSame(markdown)
  })

  it.each([
    ['a\n-\n\nb\n---\n\n- - -\n\n* c\n- d'],
    ['Term\n: what it means'],
    ['Line\n=\nmore: words - and others'],
    ['```\na : - b\n```'],
  ])('%j holds none, and comes out the same without looking for one', (markdown) => {
    expect(mayHaveTables(markdown)).toBe(false)
    expectTheSame(markdown)
  })
})

it.each([
  ['~~old~~[^1]\n\n[^1]: A note.'],
  ['~~old~~[^1] www.tide.example\n\n[^1]: A note.'],
  ['- [x] done\n- [ ] not\n\n| a |\n| - |\n| ~~1~~ |'],
  ['- [x] ada@tide.example\n\n| a |\n| - |\n| www.tide.example |'],
])('everything else in %j is still found', expectTheSame)
