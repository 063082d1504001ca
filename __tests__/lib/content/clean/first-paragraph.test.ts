import { findFirstParagraph } from '#lib/content/clean/first-paragraph.ts'

it.each([
  ['The bell rang.\n\nThen it stopped.', 'The bell rang.'],
  ['The bell\nrang.', 'The bell rang.'],
  ['# Heading\n\nText', 'Text'],
  ['## Heading\nText right below', 'Text right below'],
  ['Heading\n=======\n\nText', 'Text'],
  ['![A boat](boat.jpg)\n\nText', 'Text'],
  ['[![A boat](boat.jpg)](https://quay.example)\n\nText', 'Text'],
  ['<!-- more -->\n\nText', 'Text'],
  ['<!-- one\n\ntwo -->\nText', 'Text'],
  ['{{< youtube abc >}}\n\n{% include x.html %}\n\nText', 'Text'],
  ['{{< box >}}Inside{{< /box >}}', 'Inside'],
  ['```js\nconst a = 1\n\n```\n\nText', 'Text'],
  ['    indented code\n\nText', 'Text'],
  ['| a | b |\n|---|---|\n\nText', 'Text'],
  ['***\n\nText', 'Text'],
  ['[1]: https://quay.example\n\nText', 'Text'],
  ['https://www.youtube.com/watch?v=abc\n\nText', 'Text'],
  ['- one\n- two\n\nText', 'Text'],
  ['- only\n- a list', 'only a list'],
  ['> A quotation', 'A quotation'],
  ['<div>\n<p>Text in <b>HTML</b></p>\n</div>', 'Text in HTML'],
  ['<style>\np { color: red }\n\n</style>\nText', 'Text'],
  ['<script>alert(1)</script>\n\nText', 'Text'],
  ['Text with [a link](https://quay.example/x_(y)) and a note[^1].', 'Text with a link and a note.'],
  ['Text {#id .class}', 'Text'],
  ['', ''],
  ['***\n\n![](x.png)', ''],
])('%j → %j', (body, expected) => {
  expect(findFirstParagraph(body)).toBe(expected)
})

describe('generous sizes do not hang', () => {
  it.each([
    [
      'a picture of 283,399 characters on one line',
      `![](data:image/png;base64,${'A'.repeat(283_399)})\n\nText`,
    ],
    ['851 kB of headings', '# Heading\n\n'.repeat(77_000).concat('Text')],
    ['open comments', '<!--'.repeat(70_000).concat('\n-->\nText')],
    ['open links', `${'['.repeat(280_000)}\n\nText`],
  ])('%s', (_what, body) => {
    expect(findFirstParagraph(body)).toMatch(/Text$|^\[+$/)
  })
})
