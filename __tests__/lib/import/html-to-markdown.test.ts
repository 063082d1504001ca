import { toMarkdown } from '#lib/import/html/to-markdown.ts'
import { parseHtml } from '#lib/import/html/tree/parse-html.ts'
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

it.each([
  ['<li>H<sub>2</sub>O and <u>slack</u></li><li>Tar</li>', '- H<sub>2</sub>O and <u>slack</u>\n- Tar'],
  [
    '<li><kbd>Ctrl</kbd>+<kbd>C</kbd><br><mark><b>now</b></mark></li>',
    '- <kbd>Ctrl</kbd>+<kbd>C</kbd>\\\n  <mark>**now**</mark>',
  ],
  ['<li>Ebb<ul><li>6 m<sup>2</sup></li></ul></li>', '- Ebb\n  - 6 m<sup>2</sup>'],
  [
    '<li><a href="/ebb">6 m<sup>2</sup></a> <small>at most</small></li>',
    '- [6 m<sup>2</sup>](/ebb) <small>at most</small>',
  ],
  ['<li><a id="a" href="#a">Ebb</a> flow</li>', '- <a id="a"></a>[Ebb](#a) flow'],
])('keeps what stands in a line of an item in its line: %j', (html, markdown) => {
  expect(convert(`<ul>${html}</ul>`).markdown).toBe(markdown)
})

it.each([
  ['<p> High  <b> water </b> \n here </p>', 'High **water** here'],
  ['<p>High<b> </b>water</p>', 'High water'],
  ['<p>High<i><b> water </b></i>here</p>', 'High ***water*** here'],
  ['<p>High <b>water<br></b>here<b><br></b></p>', 'High **water**\\\nhere'],
  ['<p><b>High<br>water</b></p>', '**High\\\nwater**'],
  ['<p><i>High</i> <img src="/a.jpg" alt="Quay"> </p>', '*High* ![Quay](/a.jpg)'],
  ['<p>High<!-- x --> water<br> here</p>', 'High water\\\nhere'],
  [
    '<table><tr><th> a </th><th>b</th></tr><tr><td>1 <b>2</b> </td><td> </td></tr></table>',
    '| a       | b |\n| ------- | - |\n| 1 **2** |   |',
  ],
  ['<pre>  a\n\n  b </pre>', '```\n  a\n\n  b \n```'],
  ['<p>a <code> b  c </code> d</p>', 'a `b c `d'],
])('white space of %j is written as a browser shows it', (html, markdown) => {
  expect(convert(html).markdown).toBe(markdown)
})

it('keeps a table in an item of a list', () => {
  const { shown } = convert('<ul><li><table><tr><th>a</th><th>b</th></tr></table></li></ul>')
  expect(shown).toContain('<th scope="col">a</th>')
})
