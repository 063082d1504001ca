import { hasBareLinks } from '#lib/markdown/bare-links.ts'
import { linklessToHtml, markdownToHtml } from '#lib/markdown/pipeline.ts'

it.each([
  ['See https://tide.example/tables for more.'],
  ['(http://tide.example)'],
  ['<p>src="https://tide.example/a_b_c"</p>'],
  ['www.tide.example opens the line'],
  ['Ask at www.tide.example.'],
  ['*www.tide.example*'],
  ['Write to harbour.master@tide.example'],
])('%j may hold a bare address', (markdown) => {
  expect(hasBareLinks(markdown)).toBe(true)
})

it.each([
  ['The tide came in at 5 to 6 @ the quay.'],
  ['[The tables](https://tide.example/tables)'],
  ['[The tables](<https://tide.example/tables of 2026>)'],
  ['![The quay](http://www.tide.example/quay.jpg)'],
  ['<https://tide.example>'],
  ['[The tables][t]\n\n[t]: https://tide.example/tables'],
  ['Awww. The awning is gone.'],
])('%j holds none, and comes out the same without looking for one', (markdown) => {
  expect(hasBareLinks(markdown)).toBe(false)
  expect(String(linklessToHtml.processSync(markdown))).toBe(String(markdownToHtml.processSync(markdown)))
})

it('still finds tables, notes and lines struck out where no address is looked for', () => {
  const html = String(linklessToHtml.processSync('~~old~~[^1]\n\n| a |\n| - |\n| 1 |\n\n[^1]: A note.'))
  for (const tag of ['<del>old</del>', '<td>1</td>', 'data-footnotes']) expect(html).toContain(tag)
})
