import { defaultSite } from '#lib/config/site.ts'
import { parsePost } from '#lib/content/parse-post.ts'

function parse(fields: string, body = '') {
  const bytes = Buffer.from(`---\ntitle: Elsewhere\ndate: 2026-11-20\n${fields}\n---\n${body}`)
  return parsePost({ path: 'posts/elsewhere.md', bytes }, defaultSite).post
}

it.each([
  ['link: https://www.example.org/original', '[example.org](<https://www.example.org/original>)'],
  ['source_url: "https://example.org/a b"', '[example.org](<https://example.org/a%20b>)'],
  ['external_url: http://example.org', '[example.org](<http://example.org/>)'],
  ['url: https://example.org/a', '[example.org](<https://example.org/a>)'],
  ['external: https://example.org/a', '[example.org](<https://example.org/a>)'],
  ['linkUrl: https://example.org/a', '[example.org](<https://example.org/a>)'],
  ['bookmark-of: https://example.org/a', '[example.org](<https://example.org/a>)'],
  ['source: { url: https://example.org/a, name: Quay }', '[example.org](<https://example.org/a>)'],
  ['link: //example.org/a', '[example.org](<https://example.org/a>)'],
  ['link: www.example.org/a', '[example.org](<https://www.example.org/a>)'],
  ['link: "[Read it](https://example.org/a)"', '[Read it](<https://example.org/a>)'],
  ['link: <https://example.org/a>', '[example.org](<https://example.org/a>)'],
  ['原文链接: https://example.org/a', '[example.org](<https://example.org/a>)'],
  ['lien: https://example.org/a', '[example.org](<https://example.org/a>)'],
  ['pdf: /media/tide-table.pdf', '[tide-table.pdf](</media/tide-table.pdf>)'],
  ['attachment: "tide table.pdf"', '[tide table.pdf](<tide table.pdf>)'],
  ['audio: https://example.org/a.mp3\nlink: https://example.com/', '[example.com](<https://example.com/>)'],
  ['image_url: https://example.org/a', ''],
  ['license_url: https://example.org/a', ''],
  ['link: javascript:alert(1)', ''],
  ['link: /about', ''],
])('a story without a body that has %s is %j', (fields, body) => {
  expect(parse(fields)).toMatchObject({ body, readingMinutes: 0, wordCount: 0 })
})

it.each(['<!-- later -->', '<!--more-->', '&nbsp;', '<p></p>', '\u00a0', '# Elsewhere'])(
  '%j is no body',
  (body) => {
    expect(parse('link: https://example.org/', body)?.body).toBe('[example.org](<https://example.org/>)')
  },
)

it('a story with a body keeps it', () => {
  expect(parse('link: https://example.org/', 'Words')).toMatchObject({ body: 'Words', readingMinutes: 1 })
})
