import { parseCorrections } from '#lib/content/fields/corrections.ts'

const parse = (value: unknown) => parseCorrections([{ key: 'corrections', value }], 'Europe/London')

it('reads each with its date, oldest first', () => {
  const value = [
    { date: '2026-11-23', text: 'The wall is 6.02 metres.' },
    { date: '2026-07-22 18:00', text: 'It was *not* a Tuesday.' },
  ]
  expect(parse(value)).toEqual({
    value: [
      { date: '2026-07-22T17:00:00Z', text: 'It was not a Tuesday.' },
      { date: '2026-11-23T00:00:00Z', text: 'The wall is 6.02 metres.' },
    ],
    diagnostics: [],
  })
})

it('reads one that is not in a list', () => {
  expect(parse({ date: '2026-11-23', note: 'A note.' }).value).toEqual([
    { date: '2026-11-23T00:00:00Z', text: 'A note.' },
  ])
})

it.each([
  ['The wall is 6.02 metres.', 'this correction has no date'],
  [{ date: '2026-11-23' }, 'this correction has no text'],
  [{ date: '2026-11-23', text: ' ' }, 'this correction has no text'],
  [{ date: 'Tuesday', text: 'A note.' }, 'the date of this correction: this is not a date'],
  [{ text: 'A note.' }, 'the date of this correction: this is not a date'],
])('warns of %j and leaves it out', (item, message) => {
  const { value, diagnostics } = parse([item])
  expect(value).toEqual([])
  expect(diagnostics).toMatchObject([{ severity: 'warning', field: 'corrections', message }])
})

it('is empty where there is none', () => {
  expect(parseCorrections([], 'UTC')).toEqual({ value: [], diagnostics: [] })
})
