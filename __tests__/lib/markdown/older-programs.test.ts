import { findFirstParagraph } from '#lib/content/clean/first-paragraph.ts'
import { renderPost } from './render-post.ts'

const html = (markdown: string) => renderPost(markdown).html
const REL = 'rel="noopener noreferrer external"'

describe('links as the first Markdown read them', () => {
  it.each([
    ['See [the plan] [1].\n\n[1]: /plan', '<p>See <a href="/plan">the plan</a>.</p>'],
    [
      'See [the *new* plan] [Plan A].\n\n[plan a]: /plan',
      '<p>See <a href="/plan">the <em>new</em> plan</a>.</p>',
    ],
    ['See [the [new] plan] [1].\n\n[1]: /plan', '<p>See <a href="/plan">the [new] plan</a>.</p>'],
    ['[Tides] []\n\n[tides]: /tides', '<p><a href="/tides">Tides</a></p>'],
    ['[ebb] [flood]\n\n[ebb]: /e\n[flood]: /f', '<p><a href="/e">ebb</a> <a href="/f">flood</a></p>'],
    ['[ebb] [flood]\n\n[flood]: /f', '<p><a href="/f">ebb</a></p>'],
    ['[ebb] [flood]', '<p>[ebb] [flood]</p>'],
    ['`[ebb] [1]`\n\n[1]: /e', '<p><code>[ebb] [1]</code></p>'],
    ['\\[1]\\[2] and \\[a][b]', '<p>[1][2] and [a][b]</p>'],
    [
      '[Zip](https://a.example/zip_\\(file_format\\))',
      `<p><a href="https://a.example/zip_(file_format)" ${REL}>Zip</a></p>`,
    ],
    ['\\[ebb] [1]\n\n[1]: /e', '<p>[ebb] <a href="/e">1</a></p>'],
    ['[a](/u "The "great" tide")', '<p><a href="/u" title="The &quot;great&quot; tide">a</a></p>'],
    ["[a](/u 'It's high')", '<p><a href="/u" title="It&#x27;s high">a</a></p>'],
    ['[a]\n\n[a]: /u "The "great" tide"', '<p><a href="/u" title="The &quot;great&quot; tide">a</a></p>'],
    ['[a](/u (Low water))', '<p><a href="/u" title="Low water">a</a></p>'],
    ['[a](/files/low water (1).pdf)', '<p><a href="/files/low%20water%20(1).pdf">a</a></p>'],
    [
      '[Pier](https://example.org/Pier_(town) and quay',
      `<p><a href="https://example.org/Pier_(town)" ${REL}>Pier</a> and quay</p>`,
    ],
    ['See [ebb] (https://a.example/e).', `<p>See <a href="https://a.example/e" ${REL}>ebb</a>.</p>`],
    ['See [ebb] (below).', '<p>See [ebb] (below).</p>'],
    ['[Pier](pier (old quay', '<p>[Pier](pier (old quay</p>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected)
  })

  it.each([
    ['See [the plan] [1] of May.\n\n[1]: /plan', 'See the plan of May.'],
    ['See [the plan] [] of May.\n\n[the plan]: /plan', 'See the plan of May.'],
    ['Write `{{` before it and `}}` after it.', 'Write {{ before it and }} after it.'],
  ])('the description of %j', (markdown, expected) => {
    expect(findFirstParagraph(markdown)).toBe(expected)
  })
})

describe('addresses', () => {
  it.each([
    [
      '<a href="https://a.example/">www.a.example</a>',
      `<a href="https://a.example/" ${REL}>www.a.example</a>`,
    ],
    ['<a href="/x">https://a.example</a> and', '<a href="/x">https://a.example</a> and'],
    ['<a href="/x">the [plan](/y)</a>', '<a href="/x">the plan</a>'],
    ['**<a href="/x">a@example.org</a>**', '<strong><a href="/x">a@example.org</a></strong>'],
    [
      '<a href="/x">the **https://a.example** plan</a>',
      '<a href="/x">the <strong>https://a.example</strong> plan</a>',
    ],
    ['<a href="/x">ebb\n\nand flood', '<a href="/x">ebb</a></p>\n<p>and flood'],
    ['<a href="/x">ebb <a href="/y">flood</a>', '<a href="/x">ebb </a><a href="/y">flood</a>'],
    ['<www.a.example/b>', `<a href="https://www.a.example/b" ${REL}>www.a.example/b</a>`],
    [
      '<desk@kai-straße.example>',
      '<a href="mailto:desk@kai-stra%C3%9Fe.example">desk@kai-straße.example</a>',
    ],
    ['<MAILTO:desk@example.org>', '<a href="mailto:desk@example.org">MAILTO:desk@example.org</a>'],
    [
      'https://a.example/b:apple:c',
      `<a href="https://a.example/b:apple:c" ${REL}>https://a.example/b:apple:c</a>`,
    ],
    ['[a](https://a.example/b:apple:c)', `<a href="https://a.example/b:apple:c" ${REL}>a</a>`],
    [
      '<https://a.example/:apple:>',
      `<a href="https://a.example/:apple:" ${REL}>https://a.example/:apple:</a>`,
    ],
    ['[a](/b):apple:', '<a href="/b">a</a>🍎'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(`<p>${expected}</p>`)
  })
})

describe('attribute lists without a colon', () => {
  it.each([
    ['High water. {.small}', '<p>High water.</p>'],
    ['High water.\n{#tides data-x="1"}', '<p>High water.</p>'],
    ['{#tides .wide}\nHigh water.', '<p>High water.</p>'],
    ['- High {.small}\n- Low', '<ul>\n<li>High</li>\n<li>Low</li>\n</ul>'],
    ['> High\n{.wide}', '<blockquote>\n<p>High</p>\n</blockquote>'],
    ['## Tides ## {#ebb}', '<h2 id="ebb">Tides</h2>'],
    ['## C# {#ebb}', '<h2 id="ebb">C#</h2>'],
    ['The set {a, b} and {x=1}', '<p>The set {a, b} and {x=1}</p>'],
    ['{High} water', '<p>{High} water</p>'],
    ['High \\{.small}', '<p>High {.small}</p>'],
    ['`{.small}`', '<p><code>{.small}</code></p>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected)
  })
})

describe('what code says of itself', () => {
  it.each([
    ['    :::python\n    import sea', '<pre><code class="language-python">import sea\n</code></pre>'],
    ['```\n:::c++\nsea();\n```', '<pre><code class="language-c++">sea();\n</code></pre>'],
    ['    #!python\n    import sea', '<pre><code class="language-python">import sea\n</code></pre>'],
    ['    #!/bin/sh\n    sea', '<pre><code>#!/bin/sh\nsea\n</code></pre>'],
    ['```js\n:::python\n```', '<pre><code class="language-js">:::python\n</code></pre>'],
    [
      'Between `{{` and `}}`, `{%` and `%}`.',
      '<p>Between <code>{{</code> and <code>}}</code>, <code>{%</code> and <code>%}</code>.</p>',
    ],
    ['`{{ a }}` and `{% b %}`', '<p><code>{{ a }}</code> and <code>{% b %}</code></p>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected)
  })
})

describe('what HTML and Markdown read otherwise', () => {
  it.each([
    ['High <?php if ($a > 1) echo "ebb"; ?> water', '<p>High  water</p>'],
    ['High <![CDATA[<b> & >]]> water', '<p>High &lt;b> &amp; > water</p>'],
    ['Say \\[\\\\\\] and \\(x_1\\)', '<p>Say [\\] and <math><msub><mi>x</mi><mn>1</mn></msub></math></p>'],
    ['*[É.U.] : États-Unis\n\nÉ.U.', '<p>É.U.</p>'],
    ['\\[[ebb]]\n\n[ebb]: /e', '<p>[<a href="/e">ebb</a>]</p>'],
    ['| [[low\\|Ebb]] | x |\n|--|--|', '<th scope="col">Ebb</th>'],
    ['[[low|]]', '<p>low</p>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toContain(expected)
  })
})

describe('Markdown in a block of HTML', () => {
  it.each([
    ['<li>See [ebb](https://a.example).</li>', `<li>See <a href="https://a.example" ${REL}>ebb</a>.</li>`],
    ['<td>**High** and `low`</td>', '<strong>High</strong> and <code>low</code>'],
    ['<div>![Ebb](/media/a.jpg)</div>', '<img src="/media/a.jpg" alt="Ebb"'],
    ['<div>x</div>See [ebb](/ebb)', 'See <a href="/ebb">ebb</a>'],
    ['<pre>[ebb](/ebb) **x**</pre>', '<pre>[ebb](/ebb) **x**</pre>'],
    ['<div><code>[ebb](/ebb)</code></div>', '<code>[ebb](/ebb)</code>'],
    ['<div>f**k and f**king</div>', '<div>f**k and f**king</div>'],
    ['<div title="[a](/b)">x</div>', '<div title="[a](/b)">x</div>'],
    ['<div>[sic](as it stands)</div>', '<div>[sic](as it stands)</div>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toContain(expected)
  })
})

describe('words of template tags', () => {
  it.each([
    [
      '{{< box title="**May** &mdash; see [the plan](/plan)" >}}',
      '<p>May — see <a href="/plan">the plan</a></p>',
    ],
    [
      '{{< button href="/plan" text="The *plan* &amp; more" >}}',
      '<p><a href="/plan">The plan &amp; more</a></p>',
    ],
    ['{{< note >}}## Low water\n\nx', '<h2 id="low-water">Low water</h2>\n<p>x</p>'],
    ['{{% note %}}- High\n- Low', '<ul>\n<li>High</li>\n<li>Low</li>\n</ul>'],
    [
      '{{< code file="a.html" >}}\n<b>{{ .Title }}</b>\n{{< /code >}}',
      '<pre><code>&lt;b>{{ .Title }}&lt;/b>\n</code></pre>',
    ],
    ['`{{< note >}}# Low`', '<p><code>{{&lt; note >}}# Low</code></p>'],
    ['[ebb]({{< ref "/tides/ebb" >}} "Low water")', '<p>ebb</p>'],
    ['![Ebb]({{ "/a.jpg" | url }} "Low water")', '<figcaption>Low water</figcaption>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toContain(expected)
  })
})

describe('strong words with spaces in their marks', () => {
  it.each([
    ['aptly named** Ebb Month** and', 'aptly named <strong>Ebb Month</strong> and'],
    ['**Launch a tool **during it', '<strong>Launch a tool</strong> during it'],
    ['** Growing 12%** by May', '<strong>Growing 12%</strong> by May'],
    ['Saved searches****: all', 'Saved searches: all'],
    ['****This year', 'This year'],
    ['**One** and **two**', '<strong>One</strong> and <strong>two</strong>'],
    ['2 ** 3 ** 4', '2 ** 3 ** 4'],
    ['“f**k,” he said, “f**king”', '“f**k,” he said, “f**king”'],
    ['`a** b**` c', '<code>a** b**</code> c'],
    ['77%** of it', '77%** of it'],
    ['a **b *c* d** e', 'a <strong>b <em>c</em> d</strong> e'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(`<p>${expected}</p>`)
  })
})

describe('words right below HTML that is closed', () => {
  it.each([
    ['<br/>\n## Ebb', '<h2 id="ebb">Ebb</h2>'],
    ['<div>\nx\n</div>\nHigh *water*', '<p>High <em>water</em></p>'],
    ['<table><tr><td>x</td></tr>\n</table>\n- High', '<ul>\n<li>High</li>\n</ul>'],
    ['<pre>\n<br>\n*x*\n</pre>', '<pre><br>\n*x*\n</pre>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toContain(expected)
  })
})
