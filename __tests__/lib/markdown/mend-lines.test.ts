import { mendLines } from '#lib/markdown/dialects/mend-lines.ts'
import { renderPost } from './render-post.ts'

const html = (markdown: string) => renderPost(markdown).html

describe('headings', () => {
  it.each([
    ['##Tides', '<h2 id="tides">Tides</h2>'],
    ['#\u00a0Tides', '<h2 id="tides">Tides</h2>'],
    ['##\u3000潮', '<h2 id="潮">潮</h2>'],
    ['##潮汐', '<h2 id="潮汐">潮汐</h2>'],
    ['#tides are high', '<p>#tides are high</p>'],
    ['`##Tides`', '<p><code>##Tides</code></p>'],
    ['```\n##Tides\n```', '<pre><code>##Tides\n</code></pre>'],
    ['    ##Tides', '<pre><code>##Tides\n</code></pre>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected)
  })
})

describe('addresses', () => {
  it.each([
    ['https://tides.example/foo。次の文', 'https://tides.example/foo', '</a>。次の文'],
    ['看https://tides.example/a，再看', 'https://tides.example/a', '</a>，再看'],
    ['（https://tides.example/a）', 'https://tides.example/a', '</a>）'],
    ['[a](Https://tides.example)', 'https://tides.example', '>a</a>'],
    ['[a](https://tides.example/two words.html)', 'https://tides.example/two%20words.html', '>a</a>'],
    ['[a](/media/two words.pdf "A title")', '/media/two%20words.pdf', 'title="A title"'],
    ['[a](/media/low (tide) table.pdf)', '/media/low%20(tide)%20table.pdf', '>a</a>'],
  ])('%s', (markdown, href, rest) => {
    expect(html(markdown)).toContain(`href="${href}"`)
    expect(html(markdown)).toContain(rest)
  })

  it.each([
    ['![c](/media/with space.png)', 'src="/media/with%20space.png"'],
    ['![c](/media/c.png =300x200)', 'src="/media/c.png"'],
    ['![c](/media/two words.png =300x)', 'src="/media/two%20words.png"'],
  ])('%s', (markdown, expected) => {
    expect(html(markdown)).toContain(expected)
  })

  it.each(['[a](not a link)', '(see [a] (b c))', '`[a](/b c.png)`', '[a](/b "c" d)'])(
    '%s stays',
    (markdown) => {
      expect(html(markdown)).not.toContain('<a ')
    },
  )
})

describe('tables', () => {
  const cells = (markdown: string) =>
    Array.from(html(markdown).matchAll(/<(t[hd])(?: [^>]*)?>([^<]*)</g), ([, tag, text]) => `${tag} ${text}`)

  it.each([
    ['without a head', '|---|---|\n| a | b |', ['td a', 'td b']],
    ['with an empty head', '| | |\n|---|---|\n| a | b |', ['td a', 'td b']],
    ['whose rule has a cell too many', '| A |\n|---|---|\n| a | b |', ['th A', 'td ', 'td a', 'td b']],
    ['whose rule has a cell too few', '| A | B |\n|---|\n| a | b |', ['th A', 'th B', 'td a', 'td b']],
    ['with a bar in a cell', '| A \\| B | C |\n|---|---|\n| a | b |', ['th A | B', 'th C', 'td a', 'td b']],
    ['as it should be', 'A | B\n--|--\na | b', ['th A', 'th B', 'td a', 'td b']],
  ])('%s', (_, markdown, expected) => {
    expect(cells(markdown)).toEqual(expected)
  })

  it.each(['a | b', '---|', 'Words\n\n---'])('%j is none', (markdown) => {
    expect(html(markdown)).not.toContain('<table')
  })
})

describe('marks', () => {
  it.each([
    ['A ==marked **word**== here', 'A <mark>marked <strong>word</strong></mark> here'],
    ['a == b and c == d', 'a == b and c == d'],
    ['a === b === c', 'a === b === c'],
    ['`==a==`', '<code>==a==</code>'],
    ['``a ` ==b==`` ==c==', '<code>a ` ==b==</code> <mark>c</mark>'],
    ['H~2~O, x^2^', 'H<sub>2</sub>O, x<sup>2</sup>'],
    ['~~gone~~ ~gone~', '<del>gone</del> <del>gone</del>'],
    ['about ~5 and ~6', 'about ~5 and ~6'],
    ['I :heart: it :+1:', 'I ❤️ it 👍'],
    ['at 10:30:45, :no_such_name:', 'at 10:30:45, :no_such_name:'],
    ['`:heart:`', '<code>:heart:</code>'],
    ['$5 and $6, US$10_000', '$5 and $6, US$10_000'],
    ['\\$a_1$', '$a_1$'],
  ])('%s', (markdown, expected) => {
    expect(html(markdown)).toBe(`<p>${expected}</p>`)
  })
})

describe('formulas', () => {
  const SQUARE = '<msup><mi>x</mi><mn>2</mn></msup>'

  it.each([
    ['$$x^2$$', 'block'],
    ['$$\nx^2\n$$', 'block'],
    ['```math\nx^2\n```', 'block'],
    ['Words\n$$x^2$$\nwords', 'block'],
    ['As $x^2$ shows', 'inline'],
  ])('%j', (markdown, display) => {
    const shown = html(markdown)
    expect(shown).toContain(SQUARE)
    expect(shown.includes('display="block"')).toBe(display === 'block')
    expect(shown).not.toMatch(/style=|class=|<pre|<code|\$/)
  })

  it('that cannot be read stays as it is written, and is reported', () => {
    const { html: shown, notes } = renderPost('$$\\frac{a$$')
    expect(shown).toBe('<pre><code class="language-math">\\frac{a</code></pre>')
    expect(notes).toEqual([expect.stringContaining('A formula is shown as it is written')])
  })

  it.each([
    '$$\\href{javascript:alert(1)}{x^2}$$',
    '$$\\text{<script>alert(1)</script>}$$',
    '$$\\style{color:red}{x}$$',
    '$$\\url{https://tides.example}$$',
    '$$\\class{a}{x} \\id{b}{y} \\data{c=d}{z}$$',
    '$$\\includegraphics{https://tides.example/a.png}$$',
    '$$\\def\\a{\\a\\a}\\a$$',
  ])('brings nothing else along: %s', (markdown) => {
    expect(html(markdown)).not.toMatch(/<(?:script|a|img)\b|href=|style=|id=|on\w+=/)
  })

  it('is text where it does not end', () => {
    expect(html('It costs $$ and\n\nmore.')).toBe('<p>It costs $$ and</p>\n<p>more.</p>')
    expect(html('$$\n\nmore')).toBe('<p>$$</p>\n<p>more</p>')
    expect(html('$$\nx\n\nmore for $$')).toBe('<p>$$\nx</p>\n<p>more for $$</p>')
  })
})

describe('tags', () => {
  it.each([
    ['{% include list.md\nq0="What?"\n\nq1="Why?"\n%}\n\nAfter', '<p>After</p>'],
    ['{{< faq\n  q="What?"\n\n  a="That."\n>}}\n\nAfter', '<p>After</p>'],
    [
      '{% include a.md\n\nThe story goes on. 5 %} of it',
      '<p>{% include a.md</p>\n<p>The story goes on. 5 %} of it</p>',
    ],
    [
      '{% raw %}\n## Tides\n\n*{{ high }}* {% water %}\n{% endraw %}',
      '<h2 id="tides">Tides</h2>\n<p><em>{{ high }}</em> {% water %}</p>',
    ],
    ['{% raw %}`{{ a }}`{% endraw %}', '<p><code>{{ a }}</code></p>'],
    ['```\n{% raw %}{{ a }}{% endraw %}\n```', '<pre><code>{{ a }}\n</code></pre>'],
    ['[TOC]\n\nWords', '<p>Words</p>'],
    ['[audio mp3="/media/a.mp3"][/audio]', '<audio src="/media/a.mp3" controls preload="none"></audio>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected)
  })
})

describe('attributes', () => {
  it.each([
    ['![x](/media/a.jpg){ width="400" }', /<img width="400" src="\/media\/a\.jpg"[^>]*><\/figure>$/],
    ['![x](/media/a.jpg){: .wide width=400px}', /<img width="400"/],
    ['[a](https://tides.example){target="_blank" rel="nofollow"} and', />a<\/a> and<\/p>$/],
    ['**a**{.small} {not a list}', /^<p><strong>a<\/strong> \{not a list\}<\/p>$/],
  ])('%s', (markdown, expected) => {
    expect(html(markdown)).toMatch(expected)
  })
})

describe('what a network’s script would have shown', () => {
  it.each([
    [
      '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://tides.example/post/1\n</div></figure>',
      'https://tides.example/post/1',
    ],
    [
      '<figure class="wp-block-embed"><div>\nhttps://www.youtube.com/watch?v=Tides_2026a\n</div></figure>',
      'https://www.youtube.com/watch?v=Tides_2026a',
    ],
    [
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/tides/"><div>A tide</div></blockquote>',
      'https://www.instagram.com/p/tides/',
    ],
    [
      '<blockquote class="tiktok-embed" cite="https://video.example/tides"><p>Tides</p></blockquote>',
      'https://video.example/tides',
    ],
  ])('%s', (markdown, href) => {
    expect(html(markdown)).toContain(`href="${href}"`)
  })
})

it('takes indented lines for words where the paper says so', () => {
  const { html: shown } = renderPost(`Words\n\n${' '.repeat(24)}Buy now\n\nMore`, { hasIndentedCode: false })
  expect(shown).toBe('<p>Words</p>\n<p>Buy now</p>\n<p>More</p>')
})

it.each([
  ['formulas', '$$', ''],
  ['open formulas', '$$\n', '<code class="language-math">'],
  ['marks', '==a', '<mark>a</mark>'],
  ['links', '](a b', '](a b'],
  ['formulas in words', '$x_', '<code class="language-math">'],
  ['code', '`', '`'],
  ['uneven code', '`a``', '`a``'],
  ['tables', '|-|\n', '|-|'],
  ['addresses', 'https://', '<https://'],
  ['powers', 'x^2^', 'x<sup>2</sup>'],
])('reads two hundred thousand %s in one pass', (_, piece, expected) => {
  expect(mendLines(`${piece.repeat(200_000)}。`)).toContain(expected)
})
