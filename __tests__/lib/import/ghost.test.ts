import {
  countItems,
  type ImportOutcome,
  listProblems,
  removeFolder,
  runImport,
} from '../../support/exports/run-import.ts'

type Row = Record<string, unknown>

const meta: [id: string, row: Row][] = []

/** Posts by their rows: the file, what is in it, and what the report says of it. */
const posts: [name: string, row: Row, file: string | null, parts: string[], note?: string][] = [
  [
    'a published post',
    {},
    'posts/2022/2022-01-31-story-0.md',
    ["date: '2022-01-31T23:30:00Z'", '- /story-0/', 'draft: true'].slice(0, 2),
  ],
  [
    'a draft',
    { status: 'draft', published_at: null, created_at: '2021-05-06T07:08:09.000Z' },
    'posts/2021/2021-05-06-story-1.md',
    ['draft: true'],
    'its status was "draft"',
  ],
  [
    'a scheduled post',
    { status: 'scheduled', published_at: '2031-02-03T04:05:06.000Z' },
    'posts/2031/2031-02-03-story-2.md',
    ["date: '2031-02-03T04:05:06Z'"],
  ],
  [
    'one sent by mail alone',
    { status: 'sent' },
    'posts/2022/2022-01-31-story-3.md',
    ['draft: true'],
    'its status was "sent"',
  ],
  [
    'one marked as mail alone',
    { meta: { email_only: 1 } },
    'posts/2022/2022-01-31-story-4.md',
    ['draft: true'],
    'only sent as a newsletter',
  ],
  [
    'one for members',
    { visibility: 'members' },
    'posts/2022/2022-01-31-story-5.md',
    ['draft: true'],
    'only "members" could read it',
  ],
  [
    'one for those who pay',
    { visibility: 'paid' },
    'posts/2022/2022-01-31-story-6.md',
    ['draft: true'],
    'only "paid" could read it',
  ],
  [
    'one for tiers',
    { visibility: 'tiers' },
    'posts/2022/2022-01-31-story-7.md',
    ['draft: true'],
    'only "tiers"',
  ],
  ['a featured post', { featured: 1 }, 'posts/2022/2022-01-31-story-8.md', ['featured: true']],
  [
    'tags in their order',
    { tags: ['t2', 't1'] },
    'posts/2022/2022-01-31-story-9.md',
    ['section: Tides', 'tags:\n  - Harbour'],
  ],
  [
    'an internal tag',
    { tags: ['t3', 't1'] },
    'posts/2022/2022-01-31-story-10.md',
    ['section: Harbour'],
    'internal tags were left out: #long',
  ],
  [
    'authors in their order',
    { authors: ['u2', 'u1'] },
    'posts/2022/2022-01-31-story-11.md',
    ['authors:\n  - Bo Staithe\n  - Ada Quill'],
  ],
  ['an author of the older kind', { author_id: 'u2' }, 'posts/2022/2022-01-31-story-12.md', ['- Bo Staithe']],
  [
    'a feature image',
    {
      feature_image: '__GHOST_URL__/content/images/2022/01/a.jpg',
      meta: { feature_image_alt: 'A crane', feature_image_caption: 'At <b>dusk</b>' },
    },
    'posts/2022/2022-01-31-story-13.md',
    ['src: https://old.example/content/images/2022/01/a.jpg', 'alt: A crane', 'caption: At dusk'],
  ],
  [
    'an excerpt',
    { custom_excerpt: 'In short' },
    'posts/2022/2022-01-31-story-14.md',
    ['description: In short'],
  ],
  [
    'a description for search engines',
    { meta: { meta_description: 'For search' } },
    'posts/2022/2022-01-31-story-15.md',
    ['description: For search'],
  ],
  [
    'code put in',
    { codeinjection_head: '<style>p{}</style>', codeinjection_foot: '<script>x()</script>' },
    'posts/2022/2022-01-31-story-16.md',
    [],
    'code put into its page was left out: codeinjection_head, codeinjection_foot',
  ],
  [
    'a canonical address',
    { canonical_url: 'https://first.example/a' },
    'posts/2022/2022-01-31-story-17.md',
    ['canonical: https://first.example/a'],
  ],
  ['a page', { type: 'page', slug: 'about' }, 'pages/about.md', ['- /about/']],
  ['a page of the older kind', { page: 1, slug: 'contact' }, 'pages/contact.md', []],
  [
    'a title YAML would misread',
    { title: 'Yes: no # 1' },
    'posts/2022/2022-01-31-story-20.md',
    ["title: 'Yes: no # 1'"],
  ],
  ['no title', { title: '' }, 'posts/2022/2022-01-31-story-21.md', [], 'it has no title'],
  ['no date at all', { status: 'draft', published_at: null, created_at: null }, 'draft', ['draft: true']],
  [
    'a date as milliseconds',
    { published_at: 1_602_509_541_017 },
    'posts/2020/2020-10-12-story-23.md',
    ["date: '2020-10-12T13:32:21Z'"],
  ],
  [
    'a date without a zone',
    { published_at: '2022-01-31 12:00:00' },
    'posts/2022/2022-01-31-story-24.md',
    ["date: '2022-01-31T12:00:00Z'"],
  ],
  [
    'a change',
    { updated_at: '2023-01-01T00:00:00.000Z' },
    'posts/2022/2022-01-31-story-25.md',
    ["updated: '2023-01-01T00:00:00Z'"],
  ],
  [
    'a template',
    { custom_template: 'custom-wide' },
    'posts/2022/2022-01-31-story-26.md',
    [],
    'its template was left out: custom-wide',
  ],
  ['HTML alone', { html: '<p>Only <b>HTML</b></p>' }, 'posts/2022/2022-01-31-story-27.md', ['Only **HTML**']],
  [
    'a broken document beside HTML',
    { lexical: '{"root":', html: '<p>Saved</p>' },
    'posts/2022/2022-01-31-story-28.md',
    ['Saved'],
    'its lexical document cannot be read',
  ],
  [
    'Markdown of the oldest kind',
    { markdown: '# Old\n\n*text*' },
    'posts/2022/2022-01-31-story-29.md',
    ['# Old\n\n*text*'],
  ],
  ['a language', { locale: 'fr' }, 'posts/2022/2022-01-31-story-30.md', ['lang: fr']],
]

const text = (value: string, format = 0): Row => ({ type: 'extended-text', text: value, format })
const paragraph = (...children: Row[]): Row => ({ type: 'paragraph', children })

/** Lexical nodes, and the Markdown that comes of them. */
const lexical: [name: string, nodes: Row[], markdown: string, note?: string][] = [
  ['formats', [paragraph(text('a', 1), text('b', 2), text('c', 3), text('d', 16))], '**a**_b_**_c_**`d`'],
  [
    'formats Markdown has no mark for',
    [paragraph(text('x', 8), text('y', 32), text('z', 64), text('m', 128), text('s', 4))],
    '<u>x</u><sub>y</sub><sup>z</sup><mark>m</mark>~~s~~',
  ],
  ['headings', [{ type: 'extended-heading', tag: 'h3', children: [text('Head')] }], '### Head'],
  [
    'quotations and asides',
    [
      { type: 'extended-quote', children: [text('q')] },
      { type: 'aside', children: [text('a')] },
    ],
    '> q\n\n> a',
  ],
  [
    'lists',
    [
      { type: 'list', listType: 'number', start: 2, children: [{ type: 'listitem', children: [text('x')] }] },
      {
        type: 'list',
        listType: 'bullet',
        children: [
          {
            type: 'listitem',
            children: [
              text('y'),
              { type: 'list', listType: 'bullet', children: [{ type: 'listitem', children: [text('z')] }] },
            ],
          },
        ],
      },
    ],
    '2. x\n\n- y\n  - z',
  ],
  [
    'links and breaks',
    [
      paragraph(
        { type: 'link', url: 'https://e.example/a?b&c', children: [text('l')] },
        { type: 'linebreak' },
        text('n'),
      ),
    ],
    '[l](https://e.example/a?b\\&c)\\\nn',
  ],
  [
    'links of the old site',
    [paragraph({ type: 'link', url: '__GHOST_URL__/other/', children: [text('l')] })],
    '[l](/other/)',
  ],
  ['rules', [{ type: 'horizontalrule' }], '---'],
  [
    'pictures',
    [{ type: 'image', src: '__GHOST_URL__/content/images/b.jpg', alt: 'B', caption: 'At <em>sea</em>' }],
    '![B](https://old.example/content/images/b.jpg "At sea")',
  ],
  [
    'pictures in a link',
    [{ type: 'image', src: 'https://e.example/b.jpg', alt: 'B', href: 'https://e.example/more' }],
    '[![B](https://e.example/b.jpg)](https://e.example/more)',
  ],
  [
    'galleries',
    [
      {
        type: 'gallery',
        images: [{ src: 'https://e.example/1.jpg' }, { src: 'https://e.example/2.jpg', alt: 'two' }],
        caption: 'Both',
      },
    ],
    '![](https://e.example/1.jpg)\n\n![two](https://e.example/2.jpg)\n\n*Both*',
  ],
  [
    'films',
    [
      {
        type: 'embed',
        url: 'https://www.youtube.com/watch?v=abcdefghijk',
        html: '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
      },
    ],
    '<https://www.youtube.com/watch?v=abcdefghijk>',
  ],
  [
    'posts of networks',
    [
      {
        type: 'embed',
        url: 'https://n.example/1',
        html: '<blockquote class="twitter-tweet"><p>Said</p><a href="https://n.example/1">1 May</a></blockquote><script src="x"></script>',
      },
    ],
    '> Said\n>\n> [1 May](https://n.example/1)',
  ],
  [
    'bookmarks',
    [{ type: 'bookmark', url: 'https://e.example/x', metadata: { title: 'The X & Y' } }],
    '[The X & Y](https://e.example/x)',
  ],
  [
    'callouts',
    [{ type: 'callout', calloutEmoji: '💡', calloutText: 'Mind the <b>gap</b>' }],
    '> 💡 Mind the **gap**',
  ],
  [
    'toggles',
    [{ type: 'toggle', heading: 'Why', content: '<p>So</p>' }],
    '<details><summary>Why</summary>\n\nSo\n\n</details>',
  ],
  [
    'buttons',
    [{ type: 'button', buttonText: 'Go', buttonUrl: 'https://e.example/go' }],
    '[Go](https://e.example/go)',
  ],
  [
    'HTML',
    [{ type: 'html', html: '<p>raw <script>x()</script></p>' }],
    'raw',
    'a <script> element was left out',
  ],
  [
    'Markdown',
    [{ type: 'markdown', markdown: '**b**\n\n| a |\n| - |\n| 1 |' }],
    '**b**\n\n| a |\n| - |\n| 1 |',
  ],
  ['code', [{ type: 'codeblock', language: 'js', code: 'a < b && c\n' }], '```js\na < b && c\n```'],
  [
    'sound',
    [{ type: 'audio', src: 'https://e.example/a.mp3', title: 'Waves' }],
    '**Waves**\n\n<audio src="https://e.example/a.mp3"></audio>',
  ],
  [
    'film files',
    [{ type: 'video', src: 'https://e.example/v.mp4', caption: 'In' }],
    '<video src="https://e.example/v.mp4"></video>\n\n*In*',
  ],
  [
    'documents',
    [{ type: 'file', src: 'https://e.example/m.pdf', fileTitle: 'Minutes' }],
    '[Minutes](https://e.example/m.pdf)',
  ],
  [
    'products',
    [
      {
        type: 'product',
        productTitle: 'Rope',
        productDescription: '<p>Long</p>',
        productStarRating: 4,
        productRatingEnabled: true,
      },
    ],
    '**Rope**\n\n★★★★\n\nLong',
  ],
  ['headers', [{ type: 'header', heading: 'Big', subheading: 'small' }], '## Big\n\nsmall'],
  [
    'calls',
    [
      {
        type: 'call-to-action',
        textValue: '<p>Join</p>',
        buttonText: 'Now',
        buttonUrl: 'https://e.example/j',
      },
    ],
    'Join\n\n[Now](https://e.example/j)',
  ],
  [
    'boxes that subscribe',
    [paragraph(text('a')), { type: 'signup' }],
    'a',
    'a box that subscribes was left out',
  ],
  [
    'what only newsletters show',
    [{ type: 'email', html: '<p>Hi</p>' }],
    '',
    'a passage that only newsletters show was left out',
  ],
  [
    'paywalls',
    [paragraph(text('a')), { type: 'paywall' }, paragraph(text('b'))],
    'a\n\nb',
    'a paywall stood in its text',
  ],
  [
    'what nobody knows',
    [{ type: 'future-card', children: [text('words')] }],
    'words',
    'a part of a kind nobody knows became plain text: future-card',
  ],
]

/** Mobiledoc documents, and the Markdown that comes of them. */
const mobiledoc: [name: string, document: Row, markdown: string, note?: string][] = [
  [
    'marks',
    {
      markups: [['strong'], ['a', ['href', 'https://e.example/']]],
      sections: [
        [
          1,
          'p',
          [
            [0, [0], 1, 'b'],
            [0, [], 0, ' and '],
            [0, [1], 1, 'l'],
          ],
        ],
      ],
    },
    '**b** and [l](https://e.example/)',
  ],
  [
    'nested marks',
    {
      markups: [['em'], ['strong']],
      sections: [
        [
          1,
          'p',
          [
            [0, [0, 1], 1, 'x'],
            [0, [], 1, ' y'],
          ],
        ],
      ],
    },
    '*__x__ y*',
  ],
  ['lists', { sections: [[3, 'ol', [[[0, [], 0, 'one']], [[0, [], 0, 'two']]]]] }, '1. one\n2. two'],
  [
    'headings and soft returns',
    {
      atoms: [['soft-return', '', {}]],
      sections: [
        [1, 'h2', [[0, [], 0, 'H']]],
        [
          1,
          'p',
          [
            [0, [], 0, 'a'],
            [1, [], 0, 0],
            [0, [], 0, 'b'],
          ],
        ],
      ],
    },
    '## H\n\na\\\nb',
  ],
  [
    'pictures',
    { cards: [['image', { src: 'https://e.example/a.jpg', alt: 'A', caption: 'Cap' }]], sections: [[10, 0]] },
    '![A](https://e.example/a.jpg "Cap")',
  ],
  [
    'Markdown cards',
    {
      cards: [
        ['card-markdown', { markdown: '*m*' }],
        ['markdown', { markdown: '- l' }],
      ],
      sections: [
        [10, 0],
        [10, 1],
      ],
    },
    '*m*\n\n- l',
  ],
  [
    'cards of HTML, code and rules',
    {
      cards: [
        ['html', { html: '<p>h</p>' }],
        ['code', { code: 'c', language: 'sh' }],
        ['hr', {}],
      ],
      sections: [
        [10, 0],
        [10, 1],
        [10, 2],
      ],
    },
    'h\n\n```sh\nc\n```\n\n---',
  ],
  [
    'cards nobody knows',
    {
      cards: [['spinner', {}]],
      sections: [
        [1, 'p', [[0, [], 0, 'a']]],
        [10, 0],
      ],
    },
    'a',
    'left out: spinner',
  ],
  [
    'what escapes',
    { sections: [[1, 'p', [[0, [], 0, '<script>x()</script> & *y*']]]] },
    '\\<script>x()\\</script> & \\*y\\*',
  ],
]

const users: Row[] = [
  {
    id: 'u1',
    name: 'Ada Quill',
    slug: 'ada',
    bio: 'Writes of tides.',
    website: 'https://ada.example/',
    profile_image: '__GHOST_URL__/content/images/ada.png',
  },
  { id: 'u2', name: 'Bo Staithe', slug: 'bo', bio: null },
]

function toRow(row: Row, index: number): Row {
  const { meta: given, tags: _, authors: __, ...own } = row
  if (given instanceof Object) meta.push([`p${index}`, { ...given }])
  return {
    id: `p${index}`,
    title: `Story ${index}`,
    slug: `story-${index}`,
    status: 'published',
    visibility: 'public',
    type: 'post',
    published_at: '2022-01-31T23:30:00.000Z',
    created_at: '2022-01-31T23:30:00.000Z',
    updated_at: '2022-01-31T23:30:00.000Z',
    ...own,
  }
}

function toExport(): string {
  const rows = [
    ...posts.map(([, row]) => row),
    ...lexical.map(([, children]) => ({ lexical: JSON.stringify({ root: { type: 'root', children } }) })),
    ...mobiledoc.map(([, document]) => ({
      mobiledoc: JSON.stringify({ version: '0.3.1', atoms: [], cards: [], markups: [], ...document }),
    })),
  ]
  const relate = (key: 'tags' | 'authors', column: string) =>
    posts.flatMap(([, row], index) => {
      const ids: unknown = row[key]
      return Array.isArray(ids)
        ? ids.map((id, place) => ({ post_id: `p${index}`, [column]: id, sort_order: place })).reverse()
        : []
    })
  const data = {
    posts: rows.map(toRow),
    posts_meta: meta.map(([id, row]) => ({ post_id: id, ...row })),
    users,
    posts_authors: relate('authors', 'author_id'),
    tags: [
      { id: 't1', name: 'Harbour', slug: 'harbour', visibility: 'public' },
      { id: 't2', name: 'Tides', slug: 'tides', visibility: 'public' },
      { id: 't3', name: '#long', slug: 'hash-long', visibility: 'internal' },
    ],
    posts_tags: relate('tags', 'tag_id'),
    settings: [{ key: 'timezone', value: 'UTC' }],
    members: [{ id: 'm1' }],
  }
  return JSON.stringify({ db: [{ meta: { exported_on: 1, version: '5.0.0' }, data }] })
}

describe('an export of Ghost', () => {
  let outcome: ImportOutcome

  beforeAll(async () => {
    outcome = await runImport('export.json', toExport(), { origin: 'https://old.example' })
  })

  afterAll(() => removeFolder(outcome))

  const bodyOf = (index: number) => {
    const file = outcome.items.find(({ id }) => id === `p${index}`)?.file ?? ''
    const written = outcome.files.get(file) ?? ''
    return written.slice(written.indexOf('\n---\n') + 5).trim()
  }
  const notesOf = (index: number) => outcome.items.find(({ id }) => id === `p${index}`)?.notes.join('\n')

  it.each(posts.map((post, index) => [post[0], index] as const))('brings %s', (_, index) => {
    const [, , file, parts, note] = posts[index] ?? []
    const item = outcome.items.find(({ id }) => id === `p${index}`)
    if (file !== 'draft') expect(item?.file).toBe(file)
    const written = outcome.files.get(item?.file ?? '') ?? ''
    for (const part of parts ?? []) expect(written).toContain(part)
    expect(item?.notes.join('\n')).toContain(note ?? '')
  })

  it.each(lexical.map((node, index) => [node[0], index] as const))('writes Lexical’s %s', (_, index) => {
    const [, , markdown, note] = lexical[index] ?? []
    expect(bodyOf(posts.length + index)).toBe(markdown)
    expect(notesOf(posts.length + index)).toContain(note ?? '')
  })

  it.each(mobiledoc.map((node, index) => [node[0], index] as const))('writes Mobiledoc’s %s', (_, index) => {
    const [, , markdown, note] = mobiledoc[index] ?? []
    const at = posts.length + lexical.length + index
    expect(bodyOf(at)).toBe(markdown)
    expect(notesOf(at)).toContain(note ?? '')
  })

  it('writes a page for a person who has more than a name', () => {
    const written = outcome.files.get('authors/ada-quill.md') ?? ''
    expect(written).toContain('name: Ada Quill')
    expect(written).toContain('- https://ada.example/')
    expect(written).toContain('src: https://old.example/content/images/ada.png')
    expect(written).toContain('\nWrites of tides.\n')
    expect(outcome.items.find(({ id }) => id === 'u2')?.result).toBe('reported')
  })

  it('says what else the export holds', () => {
    expect(outcome.summary.warnings).toEqual(['not carried over: 1 rows of "members"'])
  })

  it('writes nothing that the site’s own parser has to complain of', () => {
    expect(listProblems(outcome.files)).toEqual([])
  })

  it('accounts for every item', () => {
    const items = posts.length + lexical.length + mobiledoc.length + users.length
    expect(countItems(outcome)).toEqual({ items, listed: items, sum: items, isWhole: true })
    expect(items).toBeGreaterThan(60)
  })
})
