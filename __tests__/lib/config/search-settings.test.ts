import { parseSite } from '#lib/config/parse/parse-site.ts'
import { DEFAULT_WEIGHTS } from '#lib/config/search-settings.ts'

const read = (text: string) => parseSite(text, 'site.yaml')

it.each([
  ['', { isOn: true, weights: DEFAULT_WEIGHTS, synonyms: [] }],
  ['search: false', { isOn: false, weights: DEFAULT_WEIGHTS, synonyms: [] }],
  [
    'search: { weights: { title: 20, body: 0.5 } }',
    { isOn: true, weights: { ...DEFAULT_WEIGHTS, title: 20, body: 0.5 }, synonyms: [] },
  ],
  [
    'search:\n  synonyms:\n    - [tube, underground, metro]\n    - [404, not found]',
    {
      isOn: true,
      weights: DEFAULT_WEIGHTS,
      synonyms: [
        ['tube', 'underground', 'metro'],
        ['404', 'not found'],
      ],
    },
  ],
])('%j', (text, search) => {
  const { site, problems } = read(text)
  expect(problems).toEqual([])
  expect(site.search).toEqual(search)
})

it.each([
  'search: off course',
  'search: true',
  'search: { weights: { title: -1 } }',
  'search: { weights: { title: 101 } }',
  'search: { weights: { headline: 3 } }',
  'search: { synonyms: [tube, metro] }',
  'search: { synonyms: [[tube]] }',
  'search: { synonyms: [[tube, ""]] }',
  'search: { engine: other }',
])('%j is refused, and searching goes on as if nothing was set', (text) => {
  const { site, problems } = read(text)
  expect(problems).toMatchObject([{ severity: 'error', line: 1, field: expect.stringMatching(/^search/) }])
  expect(site.search).toEqual({ isOn: true, weights: DEFAULT_WEIGHTS, synonyms: [] })
})
