import { type Row, renderGhost, users } from '../../support/exports/ghost.ts'
import {
  countItems,
  type ImportOutcome,
  listProblems,
  removeFolder,
  runImport,
} from '../../support/exports/run-import.ts'

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
  [
    'a card that visitors without an account did not see',
    [
      paragraph(text('a')),
      {
        type: 'html',
        html: '<p>secret</p>',
        visibility: { web: { nonMember: false, memberSegment: 'status:free' } },
      },
    ],
    'a',
    'a card (html) that not every visitor was shown was left out',
  ],
  [
    'a card that only newsletters show',
    [paragraph(text('a')), { type: 'html', html: '<p>secret</p>', visibility: { showOnWeb: false } }],
    'a',
    'a card (html) that not every visitor was shown was left out',
  ],
  [
    'a card that everybody saw',
    [{ type: 'html', html: '<p>open</p>', visibility: { web: { nonMember: true } } }],
    'open',
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
    'a list within a list, as Lexical nests them',
    [
      {
        type: 'list',
        listType: 'number',
        children: [
          { type: 'listitem', children: [text('x')] },
          {
            type: 'listitem',
            children: [
              { type: 'list', listType: 'bullet', children: [{ type: 'listitem', children: [text('y')] }] },
            ],
          },
          { type: 'listitem', children: [text('z')] },
        ],
      },
    ],
    '1. x\n   - y\n2. z',
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

describe('texts of Ghost’s editor (Lexical)', () => {
  let outcome: ImportOutcome

  beforeAll(async () => {
    outcome = await runImport(
      'export.json',
      renderGhost(
        lexical.map(([, children]) => ({ lexical: JSON.stringify({ root: { type: 'root', children } }) })),
      ),
      {
        origin: 'https://old.example',
      },
    )
  })

  afterAll(() => removeFolder(outcome))

  it.each(lexical.map((part, index) => [part[0], index] as const))('writes %s', (_, index) => {
    const [, , markdown, note] = lexical[index] ?? []
    const item = outcome.items.find(({ id }) => id === `p${index}`)
    const written = outcome.files.get(item?.file ?? '') ?? ''
    expect(written.slice(written.indexOf('\n---\n') + 5).trim()).toBe(markdown)
    expect(item?.notes.join('\n')).toContain(note ?? '')
  })

  it('writes nothing that the site’s own parser has to complain of', () => {
    expect(listProblems(outcome.files)).toEqual([])
  })

  it('accounts for every item', () => {
    const items = lexical.length + users.length
    expect(countItems(outcome)).toEqual({ items, listed: items, sum: items, isWhole: true })
    expect(items).toBeGreaterThan(30)
  })
})
