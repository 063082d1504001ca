import { listUnsafe } from './list-unsafe.ts'
import { renderPost } from './render-post.ts'

describe('blocks of other programs', () => {
  it.each([
    [
      'kramdown’s switch',
      '<div markdown="1">\n**x** [a](/b)\n</div>\n\nEnd',
      '<div>\n<p><strong>x</strong> <a href="/b">a</a></p>\n</div>\n<p>End</p>',
    ],
    [
      'the switch on a line',
      '<div class="note" markdown="block">High *water*</div>',
      '<div>\n<p>High <em>water</em></p>\n</div>',
    ],
    [
      'a summary before a list',
      '<details markdown="1"><summary>S</summary>\n- a\n- b\n</details>',
      '<details>\n<summary>S</summary>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n</details>',
    ],
    [
      'a figure',
      '<figure markdown="span">\n  ![A](/media/a.jpg)\n  <figcaption>C</figcaption>\n</figure>',
      '<figure>\n<img src="/media/a.jpg" alt="A" loading="lazy" decoding="async">\n<figcaption>C</figcaption>\n</figure>',
    ],
    [
      'a note with a title',
      '!!! note "T"\n    a *b*\n\n    c\n\nd',
      '<blockquote>\n<p><strong>T</strong></p>\n<p>a <em>b</em></p>\n<p>c</p>\n</blockquote>\n<p>d</p>',
    ],
    [
      'a note without one',
      '!!! warning\n    a',
      '<blockquote>\n<p><strong>Warning</strong></p>\n<p>a</p>\n</blockquote>',
    ],
    ['an alert', '> [!NOTE]\n> a', '<blockquote>\n<p><strong>Note</strong></p>\n<p>a</p>\n</blockquote>'],
    ['a container', ':::tip Low water\na\n:::\nb', '<p><strong>Low water</strong></p>\n<p>a</p>\n<p>b</p>'],
    ['code of them', '```\n!!! note\n:::\n```', '<pre><code>!!! note\n:::\n</code></pre>'],
    [
      'WordPress’s source code',
      '[sourcecode language="js"]\na < b\n\n*x*\n[/sourcecode]',
      '<pre><code class="language-js">a &lt; b\n\n*x*\n</code></pre>',
    ],
    [
      'WordPress’s audio',
      '[audio mp3="/media/a.mp3"]',
      '<audio src="/media/a.mp3" controls preload="none"></audio>',
    ],
    ['WordPress’s pull quotation', '[pullquote]Words[/pullquote]', '<p>Words</p>'],
    [
      'WordPress’s caption in an attribute',
      '[caption id="a" caption="Dusk"][![Ferry](/media/a.jpg)](/ferry)[/caption]',
      '<figure><a href="/ferry"><img src="/media/a.jpg" alt="Ferry" loading="lazy" decoding="async"></a><figcaption>Dusk</figcaption></figure>',
    ],
    [
      'an address in a tag',
      '{% twitter https://x.com/a/status/1 %}',
      '<p><a href="https://x.com/a/status/1" rel="noopener noreferrer external">https://x.com/a/status/1</a></p>',
    ],
  ])('%s', (_, markdown, html) => {
    expect(renderPost(markdown)).toEqual({ html, headings: [], notes: [] })
  })

  it.each([
    '<div markdown="1" onclick=alert(1)><script>alert(1)</script>\n[x](javascript:alert(1))\n</div>',
    '!!! note "<img src=x onerror=alert(1)>"\n    <script>alert(1)</script>',
    '[audio src="javascript:alert(1)"] [video mp4="x" onerror="alert(1)"]',
    '[sourcecode language="\\"><script>"]<script>alert(1)</script>[/sourcecode]',
    '{% tiktok javascript:alert(1) %} {% x https://a.example/"onclick="alert(1) %}',
    ':::"><script>alert(1)</script>\n:::',
    '> [!NOTE] <img src=x onerror=alert(1)>',
    '[<img src=x onerror=alert(1)>][x]',
    'a**<script>**b **x:**<script>alert(1)</script>',
  ])('does no harm: %s', (markdown) => {
    expect(listUnsafe(renderPost(markdown).html)).toEqual([])
  })
})
