import { renderMarkdown } from '#lib/markdown/render-markdown.ts'

const render = (markdown: string, idPrefix?: string) =>
  renderMarkdown(markdown, {
    title: 'Tide',
    language: 'en',
    sourceFile: 'posts/tide.md',
    siteUrl: 'https://paper.example',
    resolveFile: () => null,
    ...(idPrefix === undefined ? {} : { idPrefix }),
  })

it.each([
  ['### Water', '<h3 id="a-water">Water</h3>'],
  ['## Water', '<h3 id="a-water">Water</h3>'],
  ['### Water\n\n#### Deep', '<h3 id="a-water">Water</h3>\n<h4 id="a-deep">Deep</h4>'],
  ['### Water {#flood}\n\n[Up](#flood)', '<h3 id="a-flood">Water</h3>\n<p><a href="#a-flood">Up</a></p>'],
  ['[Elsewhere](#other)', '<p><a href="#other">Elsewhere</a></p>'],
])('keeps the ids of a part of a page apart: %j', (markdown, html) => {
  expect(render(markdown, 'a-').html).toBe(html)
})

it('keeps footnotes and what leads to them apart', () => {
  const { html } = render('High.[^1]\n\n[^1]: Very.\n', 'a-')
  for (const part of ['id="a-fn-1"', 'href="#a-fn-1"', 'id="a-fnref-1"', 'href="#a-fnref-1"'])
    expect(html).toContain(part)
  expect(html).toContain('<h3 id="a-footnote-label">')
  expect(html).toContain('aria-describedby="a-footnote-label"')
})

it('leaves a text of its own as it is', () => {
  expect(render('## Water').html).toBe('<h2 id="water">Water</h2>')
})
