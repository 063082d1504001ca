import { parseDraft } from '#lib/content/fields/draft.ts'

it.each([
  [[{ key: 'draft', value: true }], true],
  [[{ key: 'draft', value: 'yes' }], true],
  [[{ key: 'draft', value: 'false' }], false],
  [[{ key: 'draft', value: 0 }], false],
  [[{ key: 'status', value: 'draft' }], true],
  [[{ key: 'status', value: 'pending' }], true],
  [[{ key: 'status', value: 'publish' }], false],
  [[], false],
])('%j', (draft, expected) => {
  expect(parseDraft(draft, [], 'posts/a.md')).toEqual({ value: expected, diagnostics: [] })
})

it.each([
  [false, true],
  ['false', true],
  [true, false],
  ['2018-04-23', false],
])('published: %j', (value, expected) => {
  expect(parseDraft([], [{ key: 'published', value }], 'posts/a.md').value).toBe(expected)
})

it('keeps what lies in _drafts back', () => {
  expect(parseDraft([], [], 'posts/_drafts/a.md').value).toBe(true)
})

it('takes a word it does not know for a draft, and says so', () => {
  const { value, diagnostics } = parseDraft([{ key: 'draft', value: 'maybe' }], [], 'posts/a.md')
  expect(value).toBe(true)
  expect(diagnostics).toMatchObject([{ severity: 'warning', field: 'draft', found: 'maybe' }])
})
