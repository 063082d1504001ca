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
  ['link: javascript:alert(1)', ''],
  ['link: /about', ''],
])('a story without a body that has %s is %j', (fields, body) => {
  expect(parse(fields)).toMatchObject({ body, readingMinutes: 0, wordCount: 0 })
})

it('a story with a body keeps it', () => {
  expect(parse('link: https://example.org/', 'Words')).toMatchObject({ body: 'Words', readingMinutes: 1 })
})
