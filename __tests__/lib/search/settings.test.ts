import { DEFAULT_WEIGHTS } from '#lib/config/search-settings.ts'
import { toSynonyms } from '#lib/search/query/synonyms.ts'
import { search } from '#lib/search/search.ts'
import { suggest } from '#lib/search/suggest.ts'
import { createWordIndex, OPTIONS } from './support/word-index.ts'

const database = createWordIndex([
  { slug: 'boat', title: 'A boat sinks', body: 'The crew swam ashore.' },
  { slug: 'boats', title: 'Regatta', body: 'Forty boats started.' },
  { slug: 'vessel', title: 'Rescue', body: 'A fishing vessel was towed in.' },
  { slug: 'board', title: 'Meeting', body: 'The National Health Board met.' },
  { slug: 'initials', title: 'Accounts', body: 'The NHB published its accounts.' },
  { slug: 'tokyo', title: '東京都の予算', body: '東京都は予算を発表した。', language: 'ja' },
  { slug: 'capital', title: '首都の予算', body: '首都の予算が決まった。', language: 'ja' },
])

const SYNONYMS = toSynonyms([
  ['boat', 'fishing vessel'],
  ['NHB', '“National” Health Board'],
  ['東京都', '首都'],
  ['…', 'boat'],
])

const find = (query: string, options = {}) =>
  search(database, query, { ...OPTIONS, ...options })
    .hits.map(({ summary }) => summary.slug)
    .toSorted()

describe('synonyms', () => {
  it.each([
    ['boat', ['boat', 'boats', 'vessel']],
    ['boats', ['boat', 'boats', 'vessel']],
    ['nhb', ['board', 'initials']],
    ['東京都', ['capital', 'tokyo']],
    ['首都', ['capital', 'tokyo']],
    ['"boat"', ['boat']],
    ['boat -towed', ['boat', 'boats']],
    ['crew', ['boat']],
  ])('%s', (query, slugs) => {
    expect(find(query, { synonyms: SYNONYMS })).toEqual(slugs)
  })

  it('are none where none are given', () => {
    expect(find('nhb')).toEqual(['initials'])
  })

  it('are marked like the word that was asked for', () => {
    const { hits } = search(database, 'boat', { ...OPTIONS, synonyms: SYNONYMS })
    const snippet = hits.find(({ summary }) => summary.slug === 'vessel')?.snippet ?? []
    expect(snippet.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual(['fishing', 'vessel'])
  })
})

describe('weights', () => {
  const first = (weights: Partial<typeof DEFAULT_WEIGHTS>) =>
    search(weighed, 'harbour', { ...OPTIONS, weights: { ...DEFAULT_WEIGHTS, ...weights } }).hits[0]?.summary
      .slug
  const weighed = createWordIndex([
    { slug: 'title', title: 'Harbour', body: 'Words about something else altogether.' },
    { slug: 'body', title: 'Words', body: 'Harbour, harbour and harbour again.' },
    { slug: 'tag', title: 'Words', tags: ['Harbour'], body: 'Words about something else altogether.' },
  ])

  it.each([
    ['title', {}],
    ['body', { title: 0, tags: 0 }],
    ['tag', { title: 0, body: 0, tags: 50 }],
  ])('bring %s first with %j', (slug, weights) => {
    expect(first(weights)).toBe(slug)
  })
})

describe('a story that is withheld', () => {
  const withheld = ['boat', 'initials']

  it('is neither found nor counted', () => {
    const result = search(database, 'boat', { ...OPTIONS, withheld })
    expect([result.total, result.hits.map(({ summary }) => summary.slug)]).toEqual([1, ['boats']])
  })

  it('is no reason to suggest a word', () => {
    expect(suggest(database, 'acounts', OPTIONS)).toEqual(['accounts'])
    expect(suggest(database, 'acounts', { ...OPTIONS, withheld })).toEqual([])
  })
})
