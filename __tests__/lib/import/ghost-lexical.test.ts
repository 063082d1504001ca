import { describeLexical, paragraph, text } from '../../support/exports/lexical.ts'

describeLexical('texts of Ghost’s editor (Lexical)', [
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
])
