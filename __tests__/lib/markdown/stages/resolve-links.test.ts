import { renderPost } from '../render-post.ts'

const external = 'rel="noopener noreferrer external"'

describe('links', () => {
  it.each([
    [
      'another site',
      '[t](https://tides.example/a?b#c)',
      `<a href="https://tides.example/a?b#c" ${external}>t</a>`,
    ],
    [
      'another site, protocol left open',
      '[t](//tides.example)',
      `<a href="https://tides.example" ${external}>t</a>`,
    ],
    [
      'a bare address',
      'https://tides.example/x',
      `<a href="https://tides.example/x" ${external}>https://tides.example/x</a>`,
    ],
    ['a bare mail address', 'desk@quay.example', '<a href="mailto:desk@quay.example">desk@quay.example</a>'],
    ['this site', '[t](https://saltmarsh-quay.example/about?x#y)', '<a href="/about?x#y">t</a>'],
    ['this site’s front page', '[t](https://saltmarsh-quay.example)', '<a href="/">t</a>'],
    ['a path', '[t](/about)', '<a href="/about">t</a>'],
    ['a place on the page', '[t](#tides)', '<a href="#tides">t</a>'],
    ['a telephone', '[t](tel:+441632960000)', '<a href="tel:+441632960000">t</a>'],
    ['a post beside this one', '[t](other.md#tides)', '<a href="/posts/other#tides">t</a>'],
    ['a post in the folder above', '[t](../harbour.md)', '<a href="/posts/harbour">t</a>'],
    [
      'a post by its path from the content folder',
      '[t](/posts/harbour.md)',
      '<a href="/posts/harbour">t</a>',
    ],
    ['a page', '[t](../../pages/about.md)', '<a href="/about">t</a>'],
    ['a post without its extension', '[t](./other/)', '<a href="/posts/other">t</a>'],
    [
      'a document beside the post',
      '[t](tide%20table.pdf)',
      '<a href="/media/posts/2014/tide%20table.pdf">t</a>',
    ],
    ['Hugo’s ref', '[t]({{< ref "other.md#x" >}})', '<a href="/posts/other#x">t</a>'],
    ['Hugo’s relref in HTML', '<a href="{{< relref "other.md" >}}">t</a>', '<a href="/posts/other">t</a>'],
    ['Jekyll’s post_url', '[t]({% post_url 2014-06-30-regatta %})', '<a href="/posts/regatta">t</a>'],
    ['Jekyll’s link', '[t]({% link _posts/harbour.md %})', '<a href="/posts/harbour">t</a>'],
    ['Liquid’s base URL', '[t]({{ site.baseurl }}/about)', '<a href="/about">t</a>'],
    [
      'a link without words',
      '[](https://tides.example/)',
      `<a href="https://tides.example/" ${external}>https://tides.example/</a>`,
    ],
    ['an anchor', '<a name="tides"></a>High water', '<a id="tides"></a>High water'],
    [
      'another site without its https://',
      '[t](weblogs.example/name?x#y)',
      '<a href="https://weblogs.example/name?x#y" rel="noopener noreferrer external">t</a>',
    ],
    [
      'a host with a port and no scheme',
      '[t](tides.example:8080/x)',
      `<a href="http://tides.example:8080/x" ${external}>t</a>`,
    ],
    [
      'a host with the port of TLS and no scheme',
      '[t](tides.example:443)',
      `<a href="https://tides.example:443" ${external}>t</a>`,
    ],
    [
      'a host in another script',
      '[t](bücher.example/x)',
      `<a href="https://b%C3%BCcher.example/x" ${external}>t</a>`,
    ],
    [
      'a file with a colon in its name',
      '[t](2014-06-30T10:00.pdf)',
      '<a href="/media/posts/2014/2014-06-30T10%3A00.pdf">t</a>',
    ],
    [
      'a document above the content folder',
      '[t](../../../docs/plan.pdf)',
      '<a href="/media/docs/plan.pdf">t</a>',
    ],
    ['a mail address', '[t](desk@example.org)', '<a href="mailto:desk@example.org">t</a>'],
    ['a file beside the text', '[t](report.pdf)', '<a href="/media/posts/2014/report.pdf">t</a>'],
    ['an anchor of no use', '<a class="x"></a>High water', 'High water'],
  ])('%s: %s', (_, markdown, html) => {
    expect(renderPost(markdown)).toEqual({ html: `<p>${html}</p>`, headings: [], notes: [] })
  })

  it('to what no file stands for is kept and reported', () => {
    expect(renderPost('[t](lost-and-found)')).toEqual({
      html: '<p><a href="/posts/lost-and-found">t</a></p>',
      headings: [],
      notes: ['A link may lead nowhere: no file of the paper is called “lost-and-found”.'],
    })
  })

  it.each([
    ['[t](gone.md)', 'A link was left out: there is no live “gone.md”.'],
    ['[t]({{< ref "gone.md" >}})', 'A link was left out: there is no live “gone.md”.'],
    ['[t](../../../../etc/passwd.md)', 'A link was left out: there is no live “../../../../etc/passwd.md”.'],
  ])('%s keeps its text and loses its link', (markdown, note) => {
    expect(renderPost(markdown)).toEqual({ html: '<p>t</p>', headings: [], notes: [note] })
  })

  it.each([
    ['localhost:1313/x', 'http://localhost:1313/x'],
    ['127.0.0.1:4000/a/', 'http://127.0.0.1:4000/a/'],
    ['http://localhost:4321/', 'http://localhost:4321/'],
  ])('%s is on the reader’s own machine, and reported', (written, href) => {
    expect(renderPost(`[t](${written})`)).toEqual({
      html: `<p><a href="${href}" ${external}>t</a></p>`,
      headings: [],
      notes: [`A link leads to the reader’s own machine: “${href}”.`],
    })
  })

  it.each(['localhost:1313/about', 'http://localhost:4000/about', 'http://127.0.0.1:8000/about'])(
    '%s was copied from a preview of a page that is here',
    (written) => {
      const context = { isAnswered: (path: string) => path === '/about' }
      expect(renderPost(`[t](${written}#x)`, context)).toEqual({
        html: '<p><a href="/about#x">t</a></p>',
        headings: [],
        notes: [],
      })
    },
  )

  it.each([
    ['[t](data:text/html,x)', '<p>t</p>'],
    ['[t](ferry:12)', '<p>t</p>'],
    ['<iframe src="x:1"></iframe>', ''],
  ])('%s is lost, and reported', (markdown, html) => {
    const rendered = renderPost(markdown)
    expect(rendered).toMatchObject({ html, notes: [expect.stringContaining('was left out')] })
  })
})
