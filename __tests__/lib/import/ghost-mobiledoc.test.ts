import { type Row, renderGhost, users } from '../../support/exports/ghost.ts'
import {
  countItems,
  type ImportOutcome,
  listProblems,
  removeFolder,
  runImport,
} from '../../support/exports/run-import.ts'

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

describe('texts of Ghost’s older editor (Mobiledoc)', () => {
  let outcome: ImportOutcome

  beforeAll(async () => {
    outcome = await runImport(
      'export.json',
      renderGhost(
        mobiledoc.map(([, document]) => ({
          mobiledoc: JSON.stringify({ version: '0.3.1', atoms: [], cards: [], markups: [], ...document }),
        })),
      ),
      {
        origin: 'https://old.example',
      },
    )
  })

  afterAll(() => removeFolder(outcome))

  it.each(mobiledoc.map((part, index) => [part[0], index] as const))('writes %s', (_, index) => {
    const [, , markdown, note] = mobiledoc[index] ?? []
    const item = outcome.items.find(({ id }) => id === `p${index}`)
    const written = outcome.files.get(item?.file ?? '') ?? ''
    expect(written.slice(written.indexOf('\n---\n') + 5).trim()).toBe(markdown)
    expect(item?.notes.join('\n')).toContain(note ?? '')
  })

  it('writes nothing that the site’s own parser has to complain of', () => {
    expect(listProblems(outcome.files)).toEqual([])
  })

  it('accounts for every item', () => {
    const items = mobiledoc.length + users.length
    expect(countItems(outcome)).toEqual({ items, listed: items, sum: items, isWhole: true })
    expect(items).toBeGreaterThan(9)
  })
})
