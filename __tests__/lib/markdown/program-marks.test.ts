import { renderPost } from './render-post.ts'

const html = (markdown: string) =>
  renderPost(markdown).html.replaceAll(' rel="noopener noreferrer external"', '')
const film =
  '<figure class="embed" data-embed="youtube" data-embed-id="abcdefghijk"><a href="https://www.youtube.com/watch?v=abcdefghijk"><span class="embed-label">Watch on YouTube</span></a></figure>'

describe('marks within a line', () => {
  it.each([
    [
      'BBCode',
      '[b]x[/b] [url=https://a.example]y[/url] [color=red]z[/color]',
      '<p><b>x</b> <a href="https://a.example">y</a> z</p>',
    ],
    [
      'Kirby’s link',
      '(link: https://a.example text: The plan)',
      '<p><a href="https://a.example">The plan</a></p>',
    ],
    ['Kirby’s mail', '(email: desk@a.example)', '<p><a href="mailto:desk@a.example">desk@a.example</a></p>'],
    [
      'Kirby’s file',
      '(file: plan.pdf text: The plan)',
      '<p><a href="/media/posts/2014/plan.pdf">The plan</a></p>',
    ],
    [
      'words that only look so',
      '(image: courtesy of the desk) (link: the plan)',
      '<p>(image: courtesy of the desk) (link: the plan)</p>',
    ],
    ['Kirby’s in code', '`(link: https://a.example)`', '<p><code>(link: https://a.example)</code></p>'],
    [
      'a directive',
      ':abbr[HTML]{title="x"} and :note[y](z.pdf)',
      '<p>HTML and :note<a href="/media/posts/2014/z.pdf">y</a></p>',
    ],
    ['icons', ':material-home: and :octicons-x-16:{ .c } home', '<p>and home</p>'],
    ['a heading of this text', '[[#Low water]]', '<p><a href="#low-water">Low water</a></p>'],
    ['a block’s name', 'Low water ^37066d', '<p>Low water</p>'],
    ['a power', 'ten ^2', '<p>ten ^2</p>'],
    ['an embedded note', '![[other]]', '<p><a href="/posts/other">other</a></p>'],
    ['ruby in braces', '{漢字|かんじ}', '<p><ruby>漢字<rt>かんじ</rt></ruby></p>'],
    [
      'Aozora’s ruby',
      '漢字《かんじ》と｜潮《しお》',
      '<p><ruby>漢字<rt>かんじ</rt></ruby>と<ruby>潮<rt>しお</rt></ruby></p>',
    ],
    ['a Chinese title', '读《论语》', '<p>读《论语》</p>'],
    [
      'short formulas',
      '$n$ and $k$, not $5 or $6',
      '<p><math><mi>n</mi></math> and <math><mi>k</mi></math>, not $5 or $6</p>',
    ],
  ])('%s', (_, markdown, expected) => {
    expect(html(markdown)).toBe(expected)
  })

  it('a note whose name has spaces', () => {
    expect(html('x [^a note]\n\n[^a note]: y')).toContain('<li id="fn-a-note">')
  })
})

describe('films', () => {
  it.each([
    '![](https://www.youtube.com/watch?v=abcdefghijk)',
    '%[https://www.youtube.com/watch?v=abcdefghijk]',
    '[plugin:youtube](https://youtu.be/abcdefghijk)',
    '(youtube: https://youtu.be/abcdefghijk)',
    '[youtube:abcdefghijk]',
    '::youtube{#abcdefghijk}',
    '<YouTube id="abcdefghijk" />',
    '<lite-youtube videoid="abcdefghijk"></lite-youtube>',
    '{% embed url="https://www.youtube.com/watch?v=abcdefghijk" %}',
  ])('%s', (markdown) => {
    expect(html(markdown)).toBe(film)
  })
})

describe('blocks', () => {
  it.each([
    [
      '!!! note inline end "Tide"\n    Low',
      '<blockquote>\n<p><strong>Tide</strong></p>\n<p>Low</p>\n</blockquote>',
    ],
    ['/// note | Tide\nLow\n///', '<p><strong>Tide</strong></p>\n<p>Low</p>'],
    ['/// details | Tide\n    type: warning\nLow\n///', '<p><strong>Tide</strong></p>\n<p>Low</p>'],
    ['/// or so', '<p>/// or so</p>'],
    [':::warning{title="Tide"}\nLow\n:::', '<p><strong>Tide</strong></p>\n<p>Low</p>'],
    ['::: {.column width="40%"}\nLow\n:::', '<p>Low</p>'],
    ['::card[The plan]{url="https://a.example"}', '<p><a href="https://a.example">The plan</a></p>'],
    [
      '::github{repo="ada/quay"}',
      '<p><a href="https://github.com/ada/quay">https://github.com/ada/quay</a></p>',
    ],
    ['::scope', '<p>::scope</p>'],
    ['{% file src="plan.pdf" %}', '<p><a href="/media/posts/2014/plan.pdf">plan.pdf</a></p>'],
    ['{% github ada/quay %}', '<p><a href="https://github.com/ada/quay">https://github.com/ada/quay</a></p>'],
    ['* TOC\n{:toc}\n\nLow', '<p>Low</p>'],
    ['\\[\nx^2\n\\]', '<math display="block"><msup><mi>x</mi><mn>2</mn></msup></math>'],
    ['\\\\[x^2\\\\]', '<p><math><msup><mi>x</mi><mn>2</mn></msup></math></p>'],
    ['\\[\nnever closed', '<p>[\nnever closed</p>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected)
  })

  it('an environment of TeX', () => {
    expect(html('\\begin{align*}\nx &= 1 \\\\\ny &= 2\n\\end{align*}')).toMatch(
      /^<math display="block"><mtable/,
    )
  })

  it('a `|` in the code of a cell', () => {
    const table = html('| a | b |\n|---|---|\n| `x|y` | z |')
    expect(table).toContain('<td><code>x|y</code></td>\n<td>z</td>')
  })

  it('attributes below a table make no row', () => {
    expect(html('| a | b |\n|---|---|\n| 1 | 2 |\n{: .wide}').match(/<tr>/g)).toHaveLength(2)
  })

  it('an alternative text with a width', () => {
    expect(html('![The quay|300](quay.jpg)')).toContain('alt="The quay"')
  })
})
