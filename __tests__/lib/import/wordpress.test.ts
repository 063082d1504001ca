import {
  countItems,
  type ImportOutcome,
  listProblems,
  removeFolder,
  runImport,
} from '../../support/exports/run-import.ts'
import { renderWxr, type WxrItemSpec } from '../../support/exports/wxr.ts'

type Case = [name: string, item: WxrItemSpec, file: string | null, parts: string[], note?: string]

const PICTURES = 'https://old.example/wp-content/uploads/2014/06'
const dated = (slug: string) => `posts/2014/2014-06-30-${slug}.md`

/** Posts and pages: what is written, and what the report says. `null`: nothing is written. */
const stories: Case[] = [
  [
    'a plain post',
    {},
    dated('story-1'),
    ["date: '2014-06-30T21:00:25Z'", '- Ada Quill', '\nThe chain arrived.\n'],
  ],
  ['old addresses', { slug: 'ferry' }, dated('ferry'), ['- /2014/06/30/ferry/', '- /?p=2']],
  [
    'earlier slugs',
    {
      slug: 'now',
      meta: [
        ['_wp_old_slug', 'then'],
        ['_wp_old_slug', 'before'],
      ],
    },
    dated('now'),
    ['- /2014/06/30/then/', '- /2014/06/30/before/'],
  ],
  [
    'an earlier day',
    { slug: 'day', meta: [['_wp_old_date', '2014-05-01']] },
    dated('day'),
    ['- /2014/05/01/day/'],
  ],
  [
    'entities and tags in a title',
    { title: 'Salt &amp; <em>sand</em> &#8211; “x” < y' },
    dated('story-5'),
    ['title: Salt & sand – “x” < y'],
  ],
  [
    'a title that YAML would misread',
    { title: 'Is #MeToo: a “no” - 404' },
    dated('story-6'),
    ["title: 'Is #MeToo: a “no” - 404'"],
  ],
  ['no title', { title: '', slug: '' }, dated('post-7'), [], 'it has no title'],
  ['no slug', { title: 'Ferry returns', slug: '' }, dated('ferry-returns'), []],
  [
    'a slug in another script',
    { slug: '%e6%b8%a1%e8%88%b9' },
    dated('渡船'),
    ['- /2014/06/30/%e6%b8%a1%e8%88%b9/'],
  ],
  ['a dot in a slug', { slug: 'version-2.io' }, dated('version-2-io'), ['slug: version-2.io']],
  [
    'a draft',
    { status: 'draft', slug: 'draft-one', gmt: '0000-00-00 00:00:00' },
    dated('draft-one'),
    ['draft: true', "date: '2014-06-30 22:00:25'"],
    'its status was "draft"',
  ],
  ['one under review', { status: 'pending' }, dated('story-12'), ['draft: true'], 'its status was "pending"'],
  ['a private one', { status: 'private' }, dated('story-13'), ['draft: true'], 'its status was "private"'],
  [
    'a status of a plug-in',
    { status: 'assigned' },
    dated('story-14'),
    ['draft: true'],
    'its status was "assigned"',
  ],
  ['one behind a password', { password: 'tide' }, dated('story-15'), ['draft: true'], 'behind a password'],
  [
    'a scheduled one',
    { status: 'future', date: '2031-01-02 03:04:05', gmt: '2031-01-02 03:04:05' },
    'posts/2031/2031-01-02-story-16.md',
    ["date: '2031-01-02T03:04:05Z'"],
  ],
  ['one in the bin', { status: 'trash' }, null, [], 'it was in the bin'],
  ['an empty draft', { status: 'auto-draft' }, null, [], 'an empty draft'],
  ['a sticky one', { sticky: true }, dated('story-19'), ['featured: true']],
  [
    'a change after publishing',
    { modified: '2015-01-01 00:00:00' },
    dated('story-20'),
    ["updated: '2015-01-01T00:00:00Z'"],
  ],
  [
    'an excerpt',
    { excerpt: 'A <b>short</b> &amp; sweet one' },
    dated('story-21'),
    ['description: A short & sweet one'],
  ],
  [
    'a category and a tag',
    {
      terms: [
        ['category', 'news', 'News'],
        ['post_tag', 'tide', 'Tide & time'],
      ],
    },
    dated('story-22'),
    ['section: News', '- Tide & time'],
  ],
  [
    'the first category of several',
    {
      terms: [
        ['category', 'art', 'Art'],
        ['category', 'sport', 'Sport &amp; Games'],
      ],
      meta: [['_yoast_wpseo_primary_category', '7']],
    },
    dated('story-23'),
    ['section: Sport & Games', '- Art'],
  ],
  ['uncategorized', { terms: [['category', 'uncategorized', 'Uncategorized']] }, dated('story-24'), []],
  [
    'a taxonomy of its own',
    { terms: [['series', 'tides', 'The Tides']] },
    dated('story-25'),
    [],
    'its terms of "series" were left out: The Tides',
  ],
  ['an author without a display name', { creator: 'bo' }, dated('story-26'), ['- Bo Staithe']],
  ['an author nobody lists', { creator: 'cy' }, dated('story-27'), ['- cy']],
  [
    'co-authors',
    {
      terms: [
        ['author', 'cap-ada', 'ada'],
        ['author', 'cap-guest', 'guest'],
      ],
    },
    dated('story-28'),
    ['- Ada Quill\n  - Gwen Guest'],
  ],
  [
    'a featured picture',
    { meta: [['_thumbnail_id', '901']] },
    dated('story-29'),
    [`src: ${PICTURES}/a.jpg`, 'alt: A crane', 'caption: At dusk & dawn'],
  ],
  [
    'a featured picture that is not there',
    { meta: [['_thumbnail_id', '999']] },
    dated('story-30'),
    [],
    'its featured picture is not in the export',
  ],
  [
    'a canonical address',
    { meta: [['_yoast_wpseo_canonical', 'https://first.example/a']] },
    dated('story-31'),
    ['canonical: https://first.example/a'],
  ],
  [
    'hidden from search',
    { meta: [['_yoast_wpseo_meta-robots-noindex', '1']] },
    dated('story-32'),
    ['noindex: true'],
  ],
  [
    'custom fields',
    {
      meta: [
        ['price', '3'],
        ['_edit_lock', '1'],
      ],
    },
    dated('story-33'),
    [],
    'custom fields were left out: price',
  ],
  ['comments', { comments: 3 }, dated('story-34'), [], '3 comments were left out'],
  [
    'a page',
    { type: 'page', slug: 'about', link: 'https://old.example/about/' },
    'pages/about.md',
    ['title: Story 35', '- /?page_id=35'],
  ],
  ['a page whose name the site has taken', { type: 'page', slug: 'archive' }, 'pages/archive-page.md', []],
  ['a menu item', { type: 'nav_menu_item' }, null, [], 'of the type "nav_menu_item"'],
  ['a type of a plug-in', { type: 'event' }, null, [], '--types event'],
  ['a type that was asked for', { type: 'review', slug: 'ale' }, dated('ale'), []],
]

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

const library: WxrItemSpec[] = [
  {
    id: 901,
    type: 'attachment',
    status: 'inherit',
    attachment: `${PICTURES}/a.jpg`,
    excerpt: 'At dusk &amp; dawn',
    meta: [['_wp_attachment_image_alt', 'A crane']],
  },
  { id: 902, type: 'attachment', status: 'inherit', attachment: `${PICTURES}/b.jpg` },
  { id: 910, type: 'wp_block', content: '<!-- wp:paragraph --><p>Written once.</p><!-- /wp:paragraph -->' },
  {
    id: 911,
    type: 'wp_block',
    content: '<!-- wp:paragraph --><p>Round</p><!-- /wp:paragraph --><!-- wp:block {"ref":911} /-->',
  },
  {
    id: 912,
    type: 'guest-author',
    slug: 'cap-guest',
    meta: [
      ['cap-display_name', 'Gwen Guest'],
      ['cap-user_login', 'guest'],
    ],
  },
]

const footnoted: WxrItemSpec = {
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

describe('an export of WordPress', () => {
  let outcome: ImportOutcome

  beforeAll(async () => {
    const items = [
      ...stories.map(([, item], index) => ({ id: index + 1, ...item })),
      ...texts.map(([, content], index) => ({ id: 200 + index, slug: `text-${index}`, content })),
      footnoted,
      ...library,
    ]
    outcome = await runImport('export.xml', renderWxr(items), { types: ['review'] })
  })

  afterAll(() => removeFolder(outcome))

  it.each(stories.map((story, index) => [story[0], index] as const))('brings %s', (_, index) => {
    const [, , file, parts, note] = stories[index] ?? []
    const item = outcome.items.find(({ id }) => id === String(index + 1))
    expect(item?.file).toBe(file)
    const text = outcome.files.get(file ?? '') ?? ''
    for (const part of parts ?? []) expect(text).toContain(part)
    expect(item?.notes.join('\n')).toContain(note ?? '')
  })

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
    const items = stories.length + texts.length + 1 + library.length
    expect(countItems(outcome)).toEqual({ items, listed: items, sum: items, isWhole: true })
    expect(items).toBeGreaterThan(80)
  })

  it('does not mark what was public as a draft, and the other way round', () => {
    const drafts = outcome.items.filter(({ draft }) => draft).map(({ id }) => Number(id))
    expect(drafts).toEqual([11, 12, 13, 14, 15])
  })
})
