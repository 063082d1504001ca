import { renderPost } from '../render-post.ts'

describe('headings', () => {
  it.each([
    ['start at h2', '#### Tides', '<h2 id="tides">Tides</h2>'],
    [
      'are demoted below the page’s',
      '# Tides\n\n## Neap',
      '<h2 id="tides">Tides</h2>\n<h3 id="neap">Neap</h3>',
    ],
    [
      'skip no level',
      '## Tides\n\n##### Neap\n\n### Spring\n\n## Wind',
      '<h2 id="tides">Tides</h2>\n<h3 id="neap">Neap</h3>\n<h3 id="spring">Spring</h3>\n<h2 id="wind">Wind</h2>',
    ],
    ['that repeat the title go', '# A trip to *Saltmarsh Quay*!\n\nText', '<p>Text</p>'],
    [
      'keep their script',
      '## Prévisions 潮汐 и ветер',
      '<h2 id="prévisions-潮汐-и-ветер">Prévisions 潮汐 и ветер</h2>',
    ],
    ['take the id they are given', '## Tides {#high-water .wide}', '<h2 id="high-water">Tides</h2>'],
    ['take Kramdown’s id', '## Tides {: #high-water}', '<h2 id="high-water">Tides</h2>'],
    [
      'take Kramdown’s id from the next line',
      '## Tides\n{: #high-water .wide}',
      '<h2 id="high-water">Tides</h2>',
    ],
    ['take the id of HTML', '<h2 id="Hoch.Wasser">Tides</h2>', '<h2 id="Hoch.Wasser">Tides</h2>'],
    [
      'take the id of several lists’ first name',
      '## Tides {.wide #high-water.deep} ##',
      '<h2 id="high-water">Tides</h2>',
    ],
    [
      'keep braces that are no list of attributes',
      '## Name {......} (print)\n\n## Tides {......}\n\n## Set {a, b}',
      '<h2 id="name--print">Name {......} (print)</h2>\n<h2 id="tides">Tides {......}</h2>\n<h2 id="set-a-b">Set {a, b}</h2>',
    ],
    ['refuse an id that is none', '<h2 id="high water">Tides</h2>', '<h2 id="tides">Tides</h2>'],
    [
      'never share an id',
      '## Tides\n\n## Tides\n\n## Tides-1',
      '<h2 id="tides">Tides</h2>\n<h2 id="tides-1">Tides</h2>\n<h2 id="tides-1-1">Tides-1</h2>',
    ],
    [
      'leave a chosen id alone',
      '## Tides\n\n## Wind {#tides}',
      '<h2 id="tides-1">Tides</h2>\n<h2 id="tides">Wind</h2>',
    ],
    [
      'leave the page’s own ids alone',
      '## Main\n\n## Search {#search}',
      '<h2 id="main-1">Main</h2>\n<h2 id="search-1">Search</h2>',
    ],
    ['without letters get an id all the same', '## ⚓', '<h2 id="section">⚓</h2>'],
    ['without words are none', '##\n\nText', '<p>Text</p>'],
  ])('%s: %j', (_, markdown, html) => {
    expect(renderPost(markdown).html).toBe(html)
  })

  it('are listed for a table of contents', () => {
    expect(renderPost('## The *tides* & `wind`\n\n### Neap {#n}').headings).toEqual([
      { id: 'the-tides--wind', text: 'The tides & wind', level: 2 },
      { id: 'n', text: 'Neap', level: 3 },
    ])
  })

  it('drops Kramdown’s lists elsewhere', () => {
    expect(renderPost('Text\n{: .wide}\n\n[t](/x){:target="_blank"}').html).toBe(
      '<p>Text</p>\n<p><a href="/x">t</a></p>',
    )
  })
})
