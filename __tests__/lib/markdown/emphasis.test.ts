import { renderPost } from './render-post.ts'

describe('emphasis', () => {
  it.each([
    [
      'ends before a letter of Chinese',
      '他说：**这是重点。**这样说吧。',
      '他说：<strong>这是重点。</strong>这样说吧。',
    ],
    ['holds quotation marks', '**“引用”**后面', '<strong>“引用”</strong>后面'],
    ['begins behind a letter of Japanese', '彼は**「行く」**と', '彼は<strong>「行く」</strong>と'],
    ['is as well with one mark', '彼は*「行く」*と', '彼は<em>「行く」</em>と'],
    ['ends before a letter of Korean', '**(인용)**은', '<strong>(인용)</strong>은'],
    [
      'ends at a colon before a word',
      '**Update (8/3):**Fixed a bug.',
      '<strong>Update (8/3):</strong>Fixed a bug.',
    ],
    [
      'ends at a full stop before a word',
      'See **the end.**More **here**',
      'See <strong>the end.</strong>More <strong>here</strong>',
    ],
    [
      'is not in a word with letters left out',
      '"What the f**k," he said. "This is f**king daft."',
      '"What the f**k," he said. "This is f**king daft."',
    ],
    [
      'is not in such a word between others',
      '**Bold** sh**t and **bold**',
      '<strong>Bold</strong> sh**t and <strong>bold</strong>',
    ],
    [
      'is a part of a word',
      'un**believ**able **L**inux',
      'un<strong>believ</strong>able <strong>L</strong>inux',
    ],
    ['ends inside a word', '**two words**here', '<strong>two words</strong>here'],
    ['begins behind a letter of Thai', 'ภาษา**“ไทย”**นะ', 'ภาษา<strong>“ไทย”</strong>นะ'],
    ['begins behind a letter before a sign', 'a**"b"**c', 'a<strong>"b"</strong>c'],
    ['is not in words with one letter left out', 'sh*t and p*ss off', 'sh*t and p*ss off'],
    ['is not in words with many', 'b*****d and s***', 'b*****d and s***'],
    ['with one mark is a part of a word', 'un*believ*able *L*inux', 'un<em>believ</em>able <em>L</em>inux'],
    ['with one mark ends inside a word', '*two words*here', '<em>two words</em>here'],
    ['is not in code', '`a:**b** f**k`', '<code>a:**b** f**k</code>'],
  ])('%s: %s', (_, markdown, html) => {
    expect(renderPost(markdown)).toEqual({ html: `<p>${html}</p>`, headings: [], notes: [] })
  })
})

describe('a label that is defined nowhere', () => {
  it.each([
    [
      'See [the *old* plan][plan].',
      'See the <em>old</em> plan.',
      'A link shows its words alone: the label “plan” is defined nowhere.',
    ],
    ['[Plan][]', 'Plan', 'A link shows its words alone: one of its labels is defined nowhere.'],
    [
      '([a](/x) [b c][d])',
      '(<a href="/x">a</a> b c)',
      'A link shows its words alone: the label “d” is defined nowhere.',
    ],
  ])('leaves the words of %s', (markdown, html, note) => {
    expect(renderPost(markdown)).toEqual({ html: `<p>${html}</p>`, headings: [], notes: [note] })
  })

  it.each(['matrix[i][j]', '[sic] and [more]', '<code>[a b][c]</code>'])('is not in %s', (markdown) => {
    expect(renderPost(markdown)).toEqual({ html: `<p>${markdown}</p>`, headings: [], notes: [] })
  })
})
