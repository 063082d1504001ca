import { renderPost } from './render-post.ts'

const html = (markdown: string) => renderPost(markdown).html.replace(/\n\s*/g, '')

describe('what is indented as code and is none', () => {
  it.each([
    [
      'a table with blank lines in it',
      '<table>\n  <tr>\n\n    <td>\n      High\n    </td>\n\n    <td>\n      **Low**\n    </td>\n\n  </tr>\n</table>',
      '<td>High</td><td><strong>Low</strong></td>',
    ],
    ['words in an element', '<div>\n\n    High *water*\n\n</div>', '<div><p>High <em>water</em></p></div>'],
    [
      'a list in an element',
      '<section>\n\n\t* High\n\t* Low\n\n</section>',
      '<ul><li>High</li><li>Low</li></ul>',
    ],
    [
      'a paragraph in one that is not closed',
      '<p>\n  High\n\n  <p>\n\n    <p>\n      Low',
      '<p>High</p><p>Low',
    ],
    [
      'a closing tag below an item',
      '  1. <p>\n      High\n    </p>\n\nLow',
      '<li><p>High</p></li></ol><p>Low</p>',
    ],
    [
      'an item with four spaces',
      '  1. High\n\n    Low\n  2. Ebb',
      '<ol><li><p>High</p><p>Low</p></li><li><p>Ebb</p></li></ol>',
    ],
    ['an item with a tab', ' 1.  High\n\n\tLow\n', '<ol><li><p>High</p><p>Low</p></li></ol>'],
    [
      'a template tag in an element',
      '<figure>\n\t{% image "a.jpg" "High" %}\n\t<figcaption>Low</figcaption>\n</figure>',
      '<figcaption>Low</figcaption>',
    ],
    [
      'template tags in template tags',
      '{{< table >}}\n  {{< row >}}\n    {{< cell >}} High {{< /cell >}}\n  {{< /row >}}\n{{< /table >}}',
      'High',
    ],
    [
      'a picture by a template tag',
      'High\n\n    {{< legacy-img src="a.jpg" alt="Ebb" >}}\n\nLow',
      '<img src="/media/posts/2014/a.jpg" alt="Ebb"',
    ],
  ])('%s', (_name, markdown, expected) => {
    expect(html(markdown)).toContain(expected)
    expect(html(markdown)).not.toContain('<pre>')
  })
})

describe('what is code', () => {
  it.each([
    ['HTML below words', 'Write:\n\n    <table>\n\n    <tr>\n    </table>\n\nHigh'],
    [
      'HTML below words, and words below that',
      'Write:\n\n    <blockquote>\n        <p>a</p>\n    \n        <p>b</p>\n    </blockquote>\n\nor:\n\n    <p>c</p>\n\n    <p>d</p>',
    ],
    ['words below an element', '<div>High</div>\n\n    ebb(1)\n'],
    ['an element below another', '<h2>High</h2>\n\n    <div>\n    </div>\n'],
    ['HTML in a fence, then code', '```\n<div>\n```\n\n    ebb(1)\n\n</div>'],
    ['an element in words', 'A `<div>` opens\n\n    ebb(1)\n\nand `</div>` closes it'],
    ['code in an item', '- High\n\n      ebb(1)\n'],
    ['a fence in an element', '<div>\n\n    High\n\n```\n    ebb(1)\n```\n\n</div>'],
    ['a template tag', 'Write:\n\n    {% if tide %}\n'],
    ['a closing tag in code', 'Write:\n\n    <p>\n\n    </p>\n'],
    ['marks of a tag beside a blank line', '>\n\t{{x}}'],
  ])('%s', (_name, markdown) => {
    expect(html(markdown)).toMatch(/<pre><code>(?!,qtag)/)
  })
})

it('leaves a block of code with blank lines whole', () => {
  const { html: shown } = renderPost(
    'Write:\n\n    <ul>\n    <li>a\n\n    <li>b\n    </ul>\n\nor:\n\n    <p>c\n\n    <p>d',
  )
  expect(shown.match(/<pre>/g)).toHaveLength(2)
})

it('leaves what is in <pre> and in a fence as it is', () => {
  const { html: shown } = renderPost(
    '<div>\n\n    High\n\n<pre>\n    a\n\n    b\n</pre>\n\n```\n    c\n```\n\n</div>',
  )
  expect(shown).toContain('<pre>    a\n\n    b\n</pre>')
  expect(shown).toContain('<pre><code>    c\n</code></pre>')
})
