import { renderPost } from '../render-post.ts'

describe('template tags', () => {
  it.each([
    ['Liquid output goes', 'The {{ page.title }} tide', '<p>The  tide</p>'],
    ['Liquid control goes, its text stays', '{% if high %}High{% endif %} water', '<p>High water</p>'],
    ['Liquid remarks go whole', 'High{% comment %} not *here* {% endcomment %} water', '<p>High water</p>'],
    ['Liquid’s raw shows tags', '{% raw %}{{ tide }}{% endraw %}', '<p>{{ tide }}</p>'],
    [
      'Hugo’s pairs leave their Markdown',
      '{{% note %}}\nHigh *water*\n{{% /note %}}',
      '<p>High <em>water</em></p>',
    ],
    ['Hugo’s escaped tags are shown', '{{</* tide */>}}', '<p>{{&lt; tide >}}</p>'],
    [
      'inline code keeps tags',
      'Write `{{ tide }}` or `{{< tide >}}`',
      '<p>Write <code>{{ tide }}</code> or <code>{{&lt; tide >}}</code></p>',
    ],
    [
      'code blocks keep tags',
      '```html\n{% if x %}{{ y }}{% endif %}<!-- more -->\n```',
      '<pre><code class="language-html">{% if x %}{{ y }}{% endif %}&lt;!-- more -->\n</code></pre>',
    ],
    [
      'Jekyll’s highlight is a code block',
      '{% highlight js linenos %}\nlet tide = "{{ x }}" // *not*\n\nhigh()\n{% endhighlight %}',
      '<pre><code class="language-js">let tide = "{{ x }}" // *not*\n\nhigh()\n</code></pre>',
    ],
    [
      'Hugo’s highlight is a code block',
      '{{< highlight go >}}\na < b\n{{< /highlight >}}',
      '<pre><code class="language-go">a &lt; b\n</code></pre>',
    ],
    ['an excerpt mark does not part a paragraph', 'High\n<!--more-->\nwater', '<p>High\n\nwater</p>'],
    ['an excerpt mark alone leaves nothing', 'High\n\n<!-- more -->\n\nwater', '<p>High</p>\n<p>water</p>'],
    [
      'a remark that is never closed hides nothing',
      'High <!-- water\n\nLow',
      '<p>High  water</p>\n<p>Low</p>',
    ],
    ['remarks go', 'High <!-- tide --> water', '<p>High  water</p>'],
    ['a tag that is never closed is text', 'High {{< water', '<p>High {{&lt; water</p>'],
    ['a link called gallery is a link', '[gallery](/x)', '<p><a href="/x">gallery</a></p>'],
    [
      'a post elsewhere is a link',
      '{{< tweet user="quay" id="123" >}}',
      '<p><a href="https://x.com/quay/status/123" rel="noopener noreferrer external">https://x.com/quay/status/123</a></p>',
    ],
    ['words like our own markers stay', 'qtag0z {{ x }} ,qtag0z,', '<p>qtag0z  ,qtag0z,</p>'],
  ])('%s: %j', (_, markdown, html) => {
    expect(renderPost(markdown)).toEqual({ html, headings: [], notes: [] })
  })

  it.each([
    ['{{< chart title="Tides" >}}', '<p>Tides</p>', 'The tag “chart” is shown as plain text.'],
    [
      '{{< button href="https://tides.example/" text="Tides" >}}',
      '<p><a href="https://tides.example/" rel="noopener noreferrer external">Tides</a></p>',
      'The tag “button” is shown as plain text.',
    ],
    ['[gallery ids="1,2"]', '', 'A [gallery] was left out: name its pictures in the text.'],
    ['{{< tweet >}}', '', 'A “tweet” tag was left out: it names no post.'],
    [
      '{{< img src="quay" alt="The quay" >}}',
      '<p>The quay</p>',
      'A picture was left out: “quay” is not the name of a picture file.',
    ],
  ])('%s is shown as well as can be, and noted', (markdown, html, note) => {
    expect(renderPost(markdown)).toEqual({ html, headings: [], notes: [note] })
  })
})
