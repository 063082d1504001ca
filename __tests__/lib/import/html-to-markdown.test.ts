import { parseHtml } from '#lib/import/html/parse-html.ts'
import { toMarkdown } from '#lib/import/html/to-markdown.ts'
import { renderPost } from '../markdown/render-post.ts'

/** The Markdown of an export's HTML, and what a page then shows. */
function convert(html: string) {
  const body = { format: 'html' as const, text: html, lineBreaks: 'spaces' as const, footnotes: [] }
  const { markdown } = toMarkdown(body, parseHtml(html), { origin: null, moved: new Map() })
  return { markdown: markdown.trim(), shown: renderPost(markdown).html }
}

it.each([
  ['<b><strong>High</strong></b>', '**High**'],
  ['<strong>High <b>water</b> here</strong>', '**High water here**'],
  ['<em><i>High</i></em> <s><del>Low</del></s>', '*High* ~~Low~~'],
  ['High <code></code>water', 'High water'],
  ['High <a href="/ebb"></a>water', 'High water'],
  ['<a href="/ebb"><b><a href="/x">High</a></b></a>', '**[High](/x)**'],
])('%j is written %j', (html, markdown) => {
  expect(convert(html).markdown).toBe(markdown)
})

it.each([
  ['Pier<sup>[1][2]</sup> and [1][2]', 'Pier<sup>[1][2]</sup> and [1][2]'],
  ['The class {.small}', 'The class {.small}'],
  ['{: .small}', '{: .small}'],
  ['{{ title }} and {% if %}', '{{ title }} and {% if %}'],
  ['<a href="/zip_(file_format)">Zip</a>', '<a href="/zip_(file_format)">Zip</a>'],
  [
    '<a href="/ebb" title="The &quot;great&quot; ebb">Ebb</a>',
    '<a href="/ebb" title="The &quot;great&quot; ebb">Ebb</a>',
  ],
])('%j is shown as %j', (html, expected) => {
  expect(convert(`<p>${html}</p>`).shown).toBe(`<p>${expected}</p>`)
})

it('keeps a table in an item of a list', () => {
  const { shown } = convert('<ul><li><table><tr><th>a</th><th>b</th></tr></table></li></ul>')
  expect(shown).toContain('<th scope="col">a</th>')
})
