import { search } from '#lib/search/search.ts'
import { suggest } from '#lib/search/suggest.ts'
import { createWordIndex, OPTIONS } from './support/word-index.ts'

const database = createWordIndex([
  { slug: 'one', title: 'Harbour council votes', body: 'The lighthouse stands. Harbours and harbour walls.' },
  { slug: 'two', title: 'Die Brücke', body: 'Eine neue Brücke.', language: 'de' },
  { slug: 'three', title: 'Новости гавани', body: 'Корабль прибыл.', language: 'ru' },
  {
    slug: 'future',
    title: 'Harbinger',
    body: 'lighthousekeeper counciler',
    published: '2027-01-01T00:00:00Z',
  },
])

describe('other spellings', () => {
  it.each([
    ['a letter left out', 'lighthuse', ['lighthouse']],
    ['a letter too many', 'coouncil', ['council']],
    ['a letter changed', 'lighthause', ['lighthouse']],
    ['two letters swapped', 'harbuor', ['harbour']],
    ['another alphabet', 'карабль', ['корабль']],
    ['without its dots', 'bruckee', ['brucke']],
    [
      'one word of several, the others as they are',
      'Harbour lighthuse "votes" -x',
      ['Harbour lighthouse "votes" -x'],
    ],
    ['two words', 'harbuor lighthuse', ['harbour lighthouse']],
    ['a word that is there', 'harbour', []],
    ['a word that is there in another form', 'vote', []],
    ['a word too short to tell', 'hrb', []],
    ['a number', '20266', []],
    ['a word of a story that is not live', 'harbingr', []],
    ['nothing', '', []],
  ])('%s', (_, query, expected) => {
    expect(suggest(database, query, OPTIONS)).toEqual(expected)
  })

  it('are searched for only where nothing was found, and said to be', () => {
    expect(search(database, 'lighthuse', OPTIONS)).toMatchObject({
      corrected: 'lighthouse',
      suggestions: ['lighthouse'],
      total: 1,
    })
    expect(search(database, 'harbour', OPTIONS)).toMatchObject({ corrected: null, suggestions: [], total: 1 })
  })
})
