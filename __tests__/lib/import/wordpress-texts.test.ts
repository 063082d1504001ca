import {
  countItems,
  type ImportOutcome,
  listProblems,
  removeFolder,
  runImport,
} from '../../support/exports/run-import.ts'
import { renderWxr } from '../../support/exports/wxr.ts'
import { library, PICTURES } from '../../support/exports/wxr-library.ts'

const dated = (slug: string) => `posts/2014/2014-06-30-${slug}.md`

/** Texts: the content of a post, and the Markdown that comes of it. */
const texts: [name: string, content: string, markdown: string, note?: string][] = [
  [
    'lines of the classic editor',
    'One\ntwo <b>three\nfour</b>\n\nfive',
    'One\\\ntwo **three\\\nfour**\n\nfive',
  ],
  [
    'blocks',
    '<!-- wp:paragraph {"align":"center"} -->\n<p>A\nb</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:separator -->\n<hr class="wp-block-separator"/>\n<!-- /wp:separator -->',
    'A b\n\n---',
  ],
  [
    'loose text between blocks',
    '<!-- wp:paragraph --><p>A</p><!-- /wp:paragraph -->\n\nB\n\nC',
    'A\n\nB\n\nC',
  ],
  [
    'a picture that waits for a script',
    `<p><img class="lazy" src="data:image/gif;base64,AA" data-src="${PICTURES}/b.jpg" alt="x" /><noscript><img src="${PICTURES}/b.jpg" alt="x" /></noscript></p>`,
    `![x](${PICTURES}/b.jpg)`,
  ],
  [
    'a picture that waits for a script that is told elsewhere',
    `<p><noscript><img src="${PICTURES}/b.jpg" alt="x" /></noscript> <img src="data:image/gif;base64,AA" alt="x" /></p>`,
    `![x](${PICTURES}/b.jpg)`,
  ],
  ['the classic block', '<!-- wp:freeform -->A\n\nB<!-- /wp:freeform -->', 'A\n\nB'],
  [
    'a caption',
    `[caption id="a" align="left" width="300"]<a href="${PICTURES}/b.jpg"><img src="${PICTURES}/b-300x200.jpg" alt="Boat" /></a> At <em>slack</em> water[/caption]`,
    `![Boat](${PICTURES}/b.jpg "At slack water")`,
  ],
  [
    'a caption with a link',
    `[caption width="300"]<img src="${PICTURES}/b.jpg" alt="" /> By <a href="https://e.example/x">E</a>[/caption]`,
    `<figure><img src="${PICTURES}/b.jpg" alt=""><figcaption>By <a href="https://e.example/x">E</a></figcaption></figure>`,
  ],
  [
    'a caption of the oldest kind',
    `[caption width="300" caption="Dusk"]<img src="${PICTURES}/b.jpg" alt="x" />[/caption]`,
    `![x](${PICTURES}/b.jpg "Dusk")`,
  ],
  [
    'a picture block',
    `<!-- wp:image {"id":901} -->\n<figure class="wp-block-image size-large"><img src="${PICTURES}/a.jpg" alt="A crane" class="wp-image-901"/><figcaption class="wp-element-caption">At dusk</figcaption></figure>\n<!-- /wp:image -->`,
    `![A crane](${PICTURES}/a.jpg "At dusk")`,
  ],
  [
    'a gallery by ids',
    '[gallery ids="901,902"]',
    `![A crane](${PICTURES}/a.jpg "At dusk & dawn")\n\n![](${PICTURES}/b.jpg)`,
  ],
  [
    'a gallery whose pictures are not there',
    'A [gallery ids="998"]',
    'A',
    'a picture or file that the export does not hold: attachment 998',
  ],
  [
    'a gallery block',
    `<!-- wp:gallery --><figure class="wp-block-gallery"><figure class="wp-block-image"><img src="${PICTURES}/a.jpg" alt="1"/><figcaption>One</figcaption></figure><figure class="wp-block-image"><img src="${PICTURES}/b.jpg" alt="2"/></figure><figcaption class="blocks-gallery-caption">Both</figcaption></figure><!-- /wp:gallery -->`,
    `![1](${PICTURES}/a.jpg "One")\n\n![2](${PICTURES}/b.jpg)\n\n*Both*`,
  ],
  [
    'an embedded address',
    'See\n\n[embed]https://www.youtube.com/watch?v=abcdefghijk&amp;t=3[/embed]',
    'See\n\n<https://www.youtube.com/watch?v=abcdefghijk&t=3>',
  ],
  [
    'an address alone on a line',
    'See\n\nhttps://vimeo.com/123456\n\nthere',
    'See\n\n<https://vimeo.com/123456>\n\nthere',
  ],
  [
    'an embed block',
    '<!-- wp:embed {"url":"https://vimeo.com/123456","type":"video"} -->\n<figure class="wp-block-embed is-provider-vimeo"><div class="wp-block-embed__wrapper">\nhttps://vimeo.com/123456\n</div><figcaption>A film</figcaption></figure>\n<!-- /wp:embed -->',
    '<https://vimeo.com/123456>\n\n*A film*',
  ],
  [
    'a frame',
    '<iframe width="5" src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
    '<https://www.youtube.com/watch?v=abcdefghijk>',
  ],
  [
    'sound and film',
    '[audio mp3="https://old.example/a.mp3"][/audio]\n\n[video width="3" mp4="https://old.example/v.mp4"][/video]',
    '<audio src="https://old.example/a.mp3"></audio>\n\n<video src="https://old.example/v.mp4"></video>',
  ],
  [
    'code',
    '[sourcecode language="php"]\n<?php echo "a < b";\n[/sourcecode]',
    '```php\n<?php echo "a < b";\n```',
  ],
  ['an escaped shortcode', 'Write [[gallery]] so.', 'Write \\[gallery] so.'],
  [
    'a shortcode of a plug-in',
    'A [contact-form-7 id="3"] b',
    'A \\[contact-form-7 id="3"] b',
    'a shortcode stays as text: [contact-form-7]',
  ],
  ['brackets that are none', 'He said [sic] and [it] went', 'He said \\[sic] and \\[it] went'],
  ['a more-tag', 'Lead\n\n<!--more Read on-->\n\nRest', 'Lead\n\n<!-- more -->\n\nRest'],
  ['a page break', 'A\n\n<!--nextpage-->\n\nB', 'A\n\nB', 'the page breaks inside it'],
  ['a remark', 'A <!-- ask the desk --> b', 'A b', 'a remark in its source'],
  [
    'a dynamic block',
    '<!-- wp:paragraph --><p>A</p><!-- /wp:paragraph --><!-- wp:latest-posts {"postsToShow":3} /-->',
    'A',
    'a block that the old site filled was left out: latest-posts',
  ],
  ['a reusable block', '<!-- wp:block {"ref":910} /-->', 'Written once.'],
  [
    'a reusable block that holds itself',
    '<!-- wp:block {"ref":911} /-->',
    'Round',
    'a reusable block that the export does not hold: 911',
  ],
  [
    'links of the old site',
    '<a href="http://www.old.example/2014/06/30/ferry/?a=1#b">x</a> <a href="https://other.example/">y</a>',
    '[x](/2014/06/30/ferry/?a=1#b) [y](https://other.example/)',
  ],
  [
    'an unsafe link and a script',
    '<a href="javascript:alert(1)">x</a><script>alert(1)</script><b onclick="x()">y</b>',
    'x**y**',
    'a <script> element was left out',
  ],
  [
    'a table',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2|3</td></tr></tbody></table>',
    '| a | b    |\n| - | ---- |\n| 1 | 2\\|3 |',
  ],
  [
    'a table Markdown cannot say',
    '<table><tr><td colspan="2" onclick="x()">1</td></tr><tr><td>2</td><td>3</td></tr></table>',
    '<table><tbody><tr><td colspan="2">1</td></tr><tr><td>2</td><td>3</td></tr></tbody></table>',
  ],
  [
    'what Markdown has no mark for',
    'H<sub>2</sub>O, <kbd>Tab</kbd>, <u>under</u>, <del>gone</del>',
    'H<sub>2</sub>O, <kbd>Tab</kbd>, <u>under</u>, ~~gone~~',
  ],
  [
    'marks of Markdown in the text',
    '# no heading\n\n* no list, 2*3*4, snake_case, `tick',
    '\\# no heading\n\n\\* no list, 2\\*3\\*4, snake_case, \\`tick',
  ],
  ['a template’s braces', 'Use {{ name }} and {% if %}', 'Use &#123;{ name }} and &#123;% if %}'],
  [
    'lists, quotations, headings',
    '<h2>Head</h2><ul><li>a<ul><li>b</li></ul></li></ul><ol start="3"><li>c</li></ol><blockquote><p>Q</p></blockquote>',
    '## Head\n\n- a\n  - b\n\n3. c\n\n> Q',
  ],
  [
    'a quotation that stands out',
    '<!-- wp:pullquote --><figure class="wp-block-pullquote"><blockquote><p>Tide waits</p><cite>Bo</cite></blockquote></figure><!-- /wp:pullquote -->',
    '> Tide waits\n>\n> Bo',
  ],
  [
    'a document',
    '<!-- wp:file --><div class="wp-block-file"><a href="https://old.example/m.pdf">Minutes</a><a href="https://old.example/m.pdf" class="wp-block-file__button" download>Download</a></div><!-- /wp:file -->',
    '[Minutes](https://old.example/m.pdf)',
  ],
  [
    'columns and groups',
    '<!-- wp:columns --><div class="wp-block-columns"><!-- wp:column --><div><!-- wp:paragraph --><p>L</p><!-- /wp:paragraph --></div><!-- /wp:column --></div><!-- /wp:columns -->',
    'L',
  ],
  ['nothing', '', ''],
  ['the end of a section in the text', 'a ]]> b', 'a ]]> b'],
  ['a verse', '<!-- wp:verse --><pre class="wp-block-verse">One\ntwo</pre><!-- /wp:verse -->', 'One\\\ntwo'],
]

const footnoted = {
  id: 300,
  slug: 'notes',
  content:
    '<!-- wp:paragraph --><p>A<sup data-fn="u-1" class="fn"><a href="#u-1" id="u-1-link">1</a></sup> b<sup data-fn="u-2" class="fn"><a href="#u-2">2</a></sup></p><!-- /wp:paragraph --><!-- wp:footnotes /-->',
  meta: [
    [
      'footnotes',
      JSON.stringify([
        { id: 'u-1', content: 'First <em>note</em>' },
        { id: 'u-2', content: 'Second' },
      ]),
    ],
  ],
}

describe('texts of WordPress', () => {
  let outcome: ImportOutcome

  beforeAll(async () => {
    const items = texts.map(([, content], index) => ({ id: 200 + index, slug: `text-${index}`, content }))
    outcome = await runImport('export.xml', renderWxr([...items, footnoted, ...library]))
  })

  afterAll(() => removeFolder(outcome))

  it.each(texts.map((text, index) => [text[0], index] as const))('writes %s', (_, index) => {
    const [, , markdown = '', note] = texts[index] ?? []
    const text = outcome.files.get(dated(`text-${index}`)) ?? ''
    expect(text.slice(text.indexOf('\n---\n') + 5).trim()).toBe(markdown)
    const item = outcome.items.find(({ id }) => id === String(200 + index))
    expect(item?.notes.join('\n')).toContain(note ?? '')
  })

  it('writes footnotes kept beside the text', () => {
    expect(outcome.files.get(dated('notes'))).toContain('A[^1] b[^2]\n\n[^1]: First *note*\n\n[^2]: Second')
  })

  it('writes nothing that the site’s own parser has to complain of', () => {
    expect(listProblems(outcome.files)).toEqual([])
  })

  it('accounts for every item', () => {
    const items = texts.length + 1 + library.length
    expect(countItems(outcome)).toEqual({ items, listed: items, sum: items, isWhole: true })
    expect(items).toBeGreaterThan(40)
  })
})
