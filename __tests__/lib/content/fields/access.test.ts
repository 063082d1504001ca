import { defaultSite } from '#lib/config/site.ts'
import { cutFreePart } from '#lib/content/fields/access.ts'
import { parsePost } from '#lib/content/parse-post.ts'

const parse = (fields: string, body = 'One.\n\nTwo.\n\nThree.\n') =>
  parsePost(
    { path: 'posts/a.md', bytes: Buffer.from(`---\ndate: 2026-01-01\n${fields}\n---\n${body}`) },
    defaultSite,
  )

it.each([
  ['', 'free'],
  ['access: free', 'free'],
  ['access: public', 'free'],
  ['access: subscribers', 'subscribers'],
  ['access: Members', 'subscribers'],
])('%j may be read to its end by %s', (fields, access) => {
  const { post, problems } = parse(fields)
  expect(post?.access).toBe(access)
  expect(problems.filter(({ field }) => field === 'access')).toEqual([])
})

it('gives nothing away by a slip', () => {
  const { post, problems } = parse('access: subscibers')
  expect(post).toMatchObject({ access: 'subscribers', body: 'One.\n\nTwo.' })
  expect(problems).toMatchObject([{ severity: 'warning', field: 'access', line: 3 }])
})

it.each([
  ['two blocks without a marker', 'One.\n\nTwo.\n\nThree.\n', 'One.\n\nTwo.'],
  ['all of a story of two', 'One.\n\nTwo.\n', 'One.\n\nTwo.'],
  ['up to the marker', 'One.\n\n<!-- paywall -->\n\nTwo.\n', 'One.'],
  [
    'up to Ghost’s marker',
    'One.\n\nTwo.\n\nThree.\n\n<!--members-only-->\n\nFour.\n',
    'One.\n\nTwo.\n\nThree.',
  ],
  ['up to the end of the excerpt', 'One.\n<!-- more -->\nTwo.\n', 'One.'],
  [
    'up to our marker before any other',
    'One.\n<!-- more -->\nTwo.\n<!-- paywall -->\nThree.\n',
    'One.\n<!-- more -->\nTwo.',
  ],
  ['code with blank lines as one block', '```\na\n\nb\n```\n\nTwo.\n\nThree.\n', '```\na\n\nb\n```\n\nTwo.'],
  [
    'where its links lead',
    '[One][1].\n\nTwo.\n\nThree.\n\n[1]: https://a.example\n',
    '[One][1].\n\nTwo.\n\n[1]: https://a.example',
  ],
  ['nothing before a marker at the top', '<!-- paywall -->\n\nOne.\n', ''],
])('keeps %s', (_what, body, free) => {
  expect(cutFreePart(body)).toBe(free)
})

it('describes a story by its free part alone', () => {
  const { post } = parse('access: subscribers', '<!-- paywall -->\n\nNobody may read this.\n')
  expect(post).toMatchObject({ body: '', description: '', wordCount: 4 })
})

it('is in one pass through a very long text', () => {
  const body = 'word '.repeat(200_000)
  expect(cutFreePart(`${body}\n\n${body}\n\nend`)).not.toContain('end')
})

it.each([
  ['type: opinion', 'opinion', 0],
  ['type: Analysis', 'analysis', 0],
  ['type: post', 'news', 0],
  ['type: 7', 'news', 0],
  ['', 'news', 0],
  ['type: opnion', 'news', 1],
])('%j is %s', (fields, type, warnings) => {
  const { post, problems } = parse(fields)
  expect(post?.type).toBe(type)
  expect(problems.filter(({ field }) => field === 'type')).toHaveLength(warnings)
})
