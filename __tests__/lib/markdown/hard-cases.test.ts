import { listUnsafe } from './list-unsafe.ts'
import { renderPost } from './render-post.ts'

const tooDeep = 'Shown as plain text: its blocks are nested too deep'
const tooLarge = (count: string, unit: string, most: string, hint: string) =>
  `Shown as plain text: it has ${count} ${unit}, and at most ${most} are read. ${hint}`
const apart = 'Put blank lines between paragraphs'

const bombs: [string, string, string[]][] = [
  ['blockquotes in blockquotes', `${'>'.repeat(10_000)} tide`, [tooDeep]],
  ['lists in lists', `${'- '.repeat(10_000)}tide`, [tooDeep]],
  [
    'lists by indentation',
    Array.from({ length: 1_000 }, (_, depth) => `${'  '.repeat(depth)}- tide`).join('\n'),
    [tooDeep],
  ],
  ['open brackets', '['.repeat(10_000), []],
  [
    'half links',
    '[tide](<high'.repeat(20_000),
    [tooLarge('40,000', 'marks in one paragraph', '15,000', apart)],
  ],
  [
    'brackets that none has opened',
    '\\[1]\\[2] '.repeat(8_000),
    [
      tooLarge(
        '16,000',
        'brackets in one paragraph that close what none has opened',
        '2,000',
        'Write a backslash before them too, or put blank lines between paragraphs',
      ),
    ],
  ],
  ['brackets that none has opened, some in each paragraph', `${'\\[1] tide '.repeat(900)}\n\n`.repeat(3), []],
  [
    'code that nothing closes',
    '\\``tide '.repeat(4_000),
    [
      tooLarge(
        '4,000',
        'backticks in one paragraph that no others close',
        '500',
        'Close the code, or put blank lines between paragraphs',
      ),
    ],
  ],
  [
    'headings of two lines, one below the other',
    'tide\n=\n'.repeat(2_400),
    [
      tooLarge(
        '4,799',
        'changes between paragraphs, quotations and lists without a blank line between',
        '2,000',
        'Put blank lines between them',
      ),
    ],
  ],
  [
    'headings among lists, without a blank line',
    '### Fixed\n- tide\n1. high\n2. water\n> quay\n'.repeat(1_500),
    [],
  ],
  ['code that is closed', '`tide` and ``high ` water`` '.repeat(1_500), []],
  ['elements in elements', '<div>'.repeat(5_000), [tooDeep]],
  ['elements in elements, by blank lines', '<div>\n\n'.repeat(5_000), [tooDeep]],
  ['open formatting', '<p><b title=x>'.repeat(5_000), [tooDeep]],
  ['a run of emphasis', `${'*'.repeat(10_000)}tide${'*'.repeat(10_000)}`, [tooDeep]],
  ['emphasis in emphasis', '*high **water '.repeat(3_000), []],
  ['open tags', '{{< tide '.repeat(10_000), []],
  ['open highlights', '{% highlight js %}\n'.repeat(5_000), []],
  [
    'open captions',
    '[caption]'.repeat(10_000),
    ['A link shows its words alone: the label “caption” is defined nowhere.'],
  ],
  [
    'a paragraph of fifty thousand lines',
    'high water\n'.repeat(50_000),
    [tooLarge('50,000', 'lines without a blank one between', '10,000', apart)],
  ],
  ['one line with a picture in it', `![tide](data:image/png;base64,${'iVBORw0K'.repeat(35_000)})`, []],
  [
    '851 kB of prose',
    'High *water* at [the quay](/quay) before dawn, and wind from the west.\n\n'.repeat(11_800),
    [],
  ],
  [
    'pictures in pictures',
    `${'!['.repeat(1_000)}tide${'](quay.jpg)'.repeat(1_000)}`,
    [tooLarge('1,000', 'brackets in one another', '100', 'Close brackets before opening others')],
  ],
  [
    'a table of three thousand columns',
    `${'|tide'.repeat(3_000)}|\n${'|-'.repeat(3_000)}|\n${'|x|\n'.repeat(3_000)}`,
    [tooLarge('3,001', 'columns in a table', '200', 'Part the table, or offer it as a file')],
  ],
  [
    'a table that is filled up to its head',
    `${'|tide'.repeat(100)}|\n${'|-'.repeat(100)}|\n${'|x|\n'.repeat(3_000)}`,
    [tooLarge('303,202', 'cells in a table', '20,000', 'Part the table, or offer it as a file')],
  ],
  [
    'quotations in lists',
    '- > tide\n'.repeat(3_000),
    [
      tooLarge(
        '3,000',
        'lines of quotations in lists without a blank one between',
        '1,000',
        'Put blank lines between them, or take one of the marks away',
      ),
    ],
  ],
  ['ten thousand quotations', '> tide\n\n'.repeat(10_000), []],
  [
    'two thousand footnotes',
    Array.from({ length: 2_000 }, (_, at) => `x[^${at}]\n\n[^${at}]: y`).join('\n\n'),
    [],
  ],
  ['thousands of headings of one name', '## Tide\n\n'.repeat(9_999), []],
]

describe('a body beyond sense', () => {
  it.each(bombs)('is shown all the same: %s', (_, markdown, notes) => {
    const rendered = renderPost(markdown)
    expect(rendered.notes).toEqual(notes)
    expect(rendered.html).not.toBe('')
    expect(listUnsafe(rendered.html.slice(0, 20_000))).toEqual([])
  })

  it.each(['', '\n\n', '   ', '<!-- more -->', '{{ page.title }}'])(
    'is empty when there is nothing to show: %j',
    (markdown) => {
      expect(renderPost(markdown)).toEqual({ html: '', headings: [], notes: [] })
    },
  )

  it('is shown as its words, escaped', () => {
    expect(renderPost(`High <b>water</b> & "wind"\n\n${'<div>'.repeat(201)}`).html).toMatch(
      /^<p>High &lt;b&gt;water&lt;\/b&gt; &amp; &quot;wind&quot;<\/p>\n<p>&lt;div&gt;/,
    )
  })

  it('survives a caller whose resolveFile throws', () => {
    const resolveFile = () => {
      throw new Error('no index')
    }
    expect(renderPost('[tide](tide.md)', { resolveFile })).toEqual({
      html: '<p>[tide](tide.md)</p>',
      headings: [],
      notes: ['Shown as plain text: no index'],
    })
  })
})
