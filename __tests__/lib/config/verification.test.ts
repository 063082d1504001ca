import { parseSite } from '#lib/config/parse/parse-site.ts'
import { buildVerification } from '#lib/seo/verification.ts'

it.each([
  ['{ google: abc-DEF_123 }', { 'google-site-verification': ['abc-DEF_123'] }],
  ['{ google: [one-token, another-token] }', { 'google-site-verification': ['one-token', 'another-token'] }],
  [
    '{ bing: 0123ABCD, yandex: 99aa88bb }',
    { 'msvalidate.01': ['0123ABCD'], 'yandex-verification': ['99aa88bb'] },
  ],
  ['{ pinterest: aabbccdd }', { 'p:domain_verify': ['aabbccdd'] }],
  ['{ facebook: x1y2z3w4 }', { 'facebook-domain-verification': ['x1y2z3w4'] }],
  [
    `{ google: '<meta name="google-site-verification" content="abc123def" />' }`,
    { 'google-site-verification': ['abc123def'] },
  ],
])('verification: %s', (written, tags) => {
  const { site, problems } = parseSite(`verification: ${written}\n`, 'site.yaml')
  expect(problems).toEqual([])
  expect(buildVerification(site)).toEqual(tags)
})

it('no setting is no tag', () => {
  expect(buildVerification(parseSite(null, 'site.yaml').site)).toEqual({})
})

it.each(['{ google: "a b" }', '{ googel: abcdef }', '{ google: "" }'])('%s is reported', (written) => {
  const { problems } = parseSite(`verification: ${written}\n`, 'site.yaml')
  expect(problems).toMatchObject([{ severity: 'error', line: 1 }])
})
