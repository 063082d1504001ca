import { renderPost } from './render-post.ts'

const html = (markdown: string) => renderPost(markdown).html

describe('what no reader is to see', () => {
  it.each([
    ['Nunjucks and Twig', 'High {# ask the mate #} water'],
    ['Nunjucks over paragraphs', 'High\n\n{#\nask\n\nthe mate\n#}\n\nwater'],
    ['kramdown', 'High {::comment}ask the mate{:/comment} water'],
    ['kramdown over paragraphs', 'High\n\n{::comment}\nask\n\nthe mate\n{:/comment}\n\nwater'],
    ['MDX', 'High {/* ask the mate */} water'],
    ['CriticMarkup', 'High {>>ask the mate<<} water'],
    ['ERB and EJS', 'High <%# ask the mate %> water'],
    ['Obsidian', 'High %%ask the mate%% water'],
    ['an element that is hidden', 'High\n\n<div hidden>\n\nask the mate\n\n</div>\n\nwater'],
    ['an element that is not displayed', 'High <span style="color: red; display: none">ask</span> water'],
  ])('a remark of %s', (_, markdown) => {
    expect(html(markdown)).not.toMatch(/ask|mate|[{}%]/)
    expect(html(markdown)).toMatch(/High[\s\S]*water/)
  })

  it.each([
    ['`{# x #}`', '<p><code>{# x #}</code></p>'],
    ['## Tides {#tides}', '<h2 id="tides">Tides</h2>'],
    ['100%% sure', '<p>100%% sure</p>'],
    ['{# never closed', '<p>{# never closed</p>'],
    ['<div hidden="until-found">x</div>', '<div>x</div>'],
  ])('%j is none', (markdown, expected) => {
    expect(html(markdown)).toBe(expected)
  })
})

describe('marks of other programs', () => {
  it.each([
    ['a ++new++ b', '<p>a <ins>new</ins> b</p>'],
    ['a ^^new^^ b', '<p>a <ins>new</ins> b</p>'],
    ['C++ and a++b++', '<p>C++ and a++b++</p>'],
    ['~~「誤」~~です', '<p><del>「誤」</del>です</p>'],
    ['The tide^[a note in the line] turns.', '<p>The tide (a note in the line) turns.</p>'],
    ['[Small words]{.smallcaps} here', '<p>Small words here</p>'],
    ['*[UTC]: Universal Time\n\nUTC', '<p>UTC</p>'],
    [':::tip[Low water]\na\n:::', '<p><strong>Low water</strong></p>\n<p>a</p>'],
    [
      'http://quay.example/:x:a',
      '<p><a href="http://quay.example/:x:a" rel="noopener noreferrer external">http://quay.example/:x:a</a></p>',
    ],
    ['$$x^2$$ here', '<p><math><msup><mi>x</mi><mn>2</mn></msup></math> here</p>'],
    ['\\\\(x^2\\\\) here', '<p><math><msup><mi>x</mi><mn>2</mn></msup></math> here</p>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected)
  })
})

describe('definitions inside of lists and quotations', () => {
  it.each([
    ['- Ebb\n  : falling water', '<ul>\n<li><dl><dt>Ebb</dt><dd>falling water</dd></dl></li>\n</ul>'],
    [
      '1. One\n\n   Ebb\n   : falling *water*\n   : going out\n\n2. Two',
      '<ol>\n<li>\n<p>One</p>\n<dl><dt>Ebb</dt><dd>falling <em>water</em></dd><dd>going out</dd></dl>\n</li>\n<li>\n<p>Two</p>\n</li>\n</ol>',
    ],
    [
      '> Ebb\n> : falling water',
      '<blockquote>\n<dl>\n<dt>Ebb</dt>\n<dd>falling water\n</dd>\n</dl>\n</blockquote>',
    ],
    ['- Time: noon\n- 10:30', '<ul>\n<li>Time: noon</li>\n<li>10:30</li>\n</ul>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected)
  })
})

describe('shortcodes of plug-ins nobody has here', () => {
  it.each([
    ['[su_note color="red"]High *water*[/su_note]', '<p>High <em>water</em></p>'],
    ['[vc_row][vc_column]High[/vc_column][/vc_row]', '<p>High</p>'],
    ['[contact-form]High[/contact-form] water', '<p>High water</p>'],
    ['[code]a **b**[/code]', '<pre><code>a **b**\n</code></pre>'],
    ['[sic] and [1] and matrix[i][j]', '<p>[sic] and [1] and matrix[i][j]</p>'],
    ['`[x a="b"]`', '<p><code>[x a="b"]</code></p>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected)
  })

  it.each([
    ['[button link="https://quay.example/a"]Go[/button]', 'https://quay.example/a', 'Go'],
    ['[tweet https://x.com/a/status/1]', 'https://x.com/a/status/1', 'https://x.com/a/status/1'],
    ['[soundcloud url="https://quay.example/s"]', 'https://quay.example/s', 'https://quay.example/s'],
    [
      '<div class="fb-post" data-href="https://quay.example/f"></div>',
      'https://quay.example/f',
      'https://quay.example/f',
    ],
    [
      '<object data="https://quay.example/a.pdf"></object>',
      'https://quay.example/a.pdf',
      'https://quay.example/a.pdf',
    ],
  ])('the link in %j is not lost', (markdown, href, words) => {
    expect(html(markdown)).toContain(`<a href="${href}" rel="noopener noreferrer external">${words}</a>`)
  })

  it('an AMP film is a film', () => {
    expect(html('<amp-youtube data-videoid="dQw4w9WgXcQ"></amp-youtube>')).toContain(
      'data-embed-id="dQw4w9WgXcQ"',
    )
  })
})

describe('captions', () => {
  it.each([
    ['[caption]![Quay](/media/a.jpg) Dusk [by Ada](/ada)[/caption]', 'Dusk <a href="/ada">by Ada</a>'],
    ['[caption caption="Say &quot;hi&quot; <em>now</em>"]![Quay](/media/a.jpg)[/caption]', 'Say "hi" now'],
    ['[caption caption=“Dusk”]![Quay](/media/a.jpg)[/caption]', 'Dusk'],
    ['{% figure caption:"Dusk" %}![Quay](/media/a.jpg){% endfigure %}', 'Dusk'],
    ['{% asset_img a.jpg 300 200 Dusk %}', 'Dusk'],
  ])('%j', (markdown, caption) => {
    expect(html(markdown)).toMatch(/^<figure><img [^>]*><figcaption>/)
    expect(html(markdown)).toContain(`<figcaption>${caption}</figcaption>`)
  })
})

describe('links of wikis', () => {
  it.each([
    ['[[other|the other]]', '<p><a href="/posts/other">the other</a></p>', 0],
    ['[[other#tides|the other]]', '<p><a href="/posts/other#tides">the other</a></p>', 0],
    ['[[Nowhere at all]]', '<p>Nowhere at all</p>', 1],
    ['[[ -f x ]] and [[1, 2]]', '<p>[[ -f x ]] and [[1, 2]]</p>', 0],
  ])('%j', (markdown, expected, notes) => {
    expect(renderPost(markdown)).toMatchObject({ html: expected, notes: { length: notes } })
  })

  it('a picture', () => {
    expect(html('![[a.jpg|300]]')).toContain('src="/media/posts/2014/a.jpg" alt=""')
  })
})

describe('labels', () => {
  it.each([
    [
      'Words\n[plan]: https://quay.example\n\n[a][plan]',
      '<p>Words</p>\n<p><a href="https://quay.example" rel="noopener noreferrer external">a</a></p>',
    ],
    ['![Low water][nowhere]', '<p>Low water</p>'],
    [
      '{::options toc="no" /}\n[plan]: https://quay.example\n\n[plan]',
      '<p><a href="https://quay.example" rel="noopener noreferrer external">plan</a></p>',
    ],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected)
  })
})

describe('addresses with a slip in them', () => {
  it.each([
    ['[a](“https://quay.example”)', 'https://quay.example'],
    ['[a]("https://quay.example")', 'https://quay.example'],
    ['[a](https://https://quay.example/b)', 'https://quay.example/b'],
    ['[a](http:/quay.example)', 'http://quay.example'],
    ['[a](https//quay.example/b)', 'https://quay.example/b'],
    ['[a](mailto: desk@quay.example)', 'mailto:desk@quay.example'],
    ['www.quay.example。次', 'https://www.quay.example'],
  ])('%j', (markdown, href) => {
    expect(html(markdown)).toContain(`<a href="${href}"`)
  })
})

describe('cells and elements with Markdown in them', () => {
  it.each([
    ['<table><tr><td>**a**</td><td>b</td></tr></table>', '<strong>a</strong>'],
    ['<table>\n<tr><td>[a](/b)</td></tr></table>', '<a href="/b">a</a>'],
    ['<span markdown="1">**a**</span> b', '<p><span><strong>a</strong></span> b</p>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toContain(expected)
  })
})

describe('template languages that show themselves', () => {
  it.each([
    ['{% verbatim %}**a** {{ b }}{% endverbatim %}', '<p><strong>a</strong> {{ b }}</p>'],
    ['{{ "{{ a }}" }}', '<p>{{ a }}</p>'],
    ['{{`{{ a }}`}}', '<p>{{ a }}</p>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected)
  })
})
