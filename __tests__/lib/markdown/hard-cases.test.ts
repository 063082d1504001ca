import { listUnsafe } from './list-unsafe.ts'
import { renderPost } from './render-post.ts'

const tooDeep = 'Shown as plain text: its blocks are nested too deep'
const tooLarge = 'Shown as plain text: one of its blocks is too large'

const bombs: [string, string, string[]][] = [
  ['blockquotes in blockquotes', `${'>'.repeat(10_000)} tide`, [tooDeep]],
  ['lists in lists', `${'- '.repeat(10_000)}tide`, [tooDeep]],
  [
    'lists by indentation',
    Array.from({ length: 1_000 }, (_, depth) => `${'  '.repeat(depth)}- tide`).join('\n'),
    [tooDeep],
  ],
  ['open brackets', '['.repeat(10_000), []],
  ['half links', '[tide](<high'.repeat(20_000), [tooLarge]],
  ['elements in elements', '<div>'.repeat(5_000), [tooDeep]],
  ['elements in elements, by blank lines', '<div>\n\n'.repeat(5_000), [tooDeep]],
  ['open formatting', '<p><b title=x>'.repeat(5_000), [tooDeep]],
  ['a run of emphasis', `${'*'.repeat(10_000)}tide${'*'.repeat(10_000)}`, [tooDeep]],
  ['emphasis in emphasis', '*high **water '.repeat(3_000), []],
  ['open tags', '{{< tide '.repeat(10_000), []],
  ['open highlights', '{% highlight js %}\n'.repeat(5_000), []],
  ['open captions', '[caption]'.repeat(10_000), []],
  ['a paragraph of fifty thousand lines', 'high water\n'.repeat(50_000), [tooLarge]],
  ['one line with a picture in it', `![tide](data:image/png;base64,${'iVBORw0K'.repeat(35_000)})`, []],
  [
    '851 kB of prose',
    'High *water* at [the quay](/quay) before dawn, and wind from the west.\n\n'.repeat(11_800),
    [],
  ],
  ['ten thousand headings of one name', '## Tide\n\n'.repeat(10_000), []],
]

describe('a body beyond sense', () => {
  it.each(bombs)('is rendered whole: %s', (_, markdown, notes) => {
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
