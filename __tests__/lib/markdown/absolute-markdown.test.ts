import { toAbsoluteMarkdown } from '#lib/markdown/urls/absolute-markdown.ts'

const context = {
  sourceFile: 'posts/2014/trip.md',
  siteUrl: 'https://saltmarsh-quay.example',
  resolveFile: (file: string) => (file === 'posts/harbour.md' ? '/posts/harbour' : null),
}

describe('a story as Markdown', () => {
  it.each([
    ['comments go', 'High <!-- note to the desk --> water', 'High  water'],
    ['comments between paragraphs go', 'High\n\n<!-- note\n\nto the desk -->\n\nwater', 'High\n\n\n\nwater'],
    ['comments inside HTML go', '<div>\n<!-- note -->High\n</div>', '<div>\nHigh\n</div>'],
    ['what an open comment hides goes', 'High\n\n<!-- note\n\nLow', 'High'],
    [
      'comments in code stay',
      '`<!-- a -->`\n\n```\n<!-- b\n```\n\nHigh',
      '`<!-- a -->`\n\n```\n<!-- b\n```\n\nHigh',
    ],
    ['scripts and styles go', 'High <script>let x = 1</script><style>p {}</style> water', 'High  water'],
    ['tags of templates go', 'High {{ page.title }} {% if x %}water{% endif %}', 'High  water'],
    ['hidden tags go', 'High {% comment %}note{% endcomment %} water', 'High  water'],
    ['a tag alone on its line goes', 'High\n{% include note.html %}\nwater', 'High\n\nwater'],
    ['a film is a link', '{{< youtube Tides_2026a >}}', '<https://www.youtube.com/watch?v=Tides_2026a>'],
    [
      'a picture is a picture',
      '{{< figure src="quay.jpg" alt="The quay" >}}',
      '![The quay](https://saltmarsh-quay.example/media/posts/2014/quay.jpg)',
    ],
    [
      'a reference leads there',
      '[harbour]({{< ref "harbour.md" >}})',
      '[harbour](https://saltmarsh-quay.example/posts/harbour)',
    ],
    [
      'tags in code stay',
      '`{{ x }}`\n\n```\na\n{% if x %}\nb\n```',
      '`{{ x }}`\n\n```\na\n{% if x %}\nb\n```',
    ],
    ['emphasis stays as written', '**Update:**Fixed f**k', '**Update:**Fixed f**k'],
    [
      'other sites get their https://',
      '[x](weblogs.example/name) <b>',
      '[x](https://weblogs.example/name) <b>',
    ],
    ['mail gets its mailto:', '[x](desk@example.org)', '[x](mailto:desk@example.org)'],
  ])('%s: %j', (_, written, expected) => {
    expect(toAbsoluteMarkdown(written, context)).toBe(expected)
  })

  it('has no comments where it is too large to be parsed', () => {
    expect(toAbsoluteMarkdown(`High <!-- note -->\n${'water\n'.repeat(11_000)}<!-- end`, context)).toBe(
      `High \n${'water\n'.repeat(11_000)}`,
    )
  })
})
