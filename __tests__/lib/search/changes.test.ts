import type { DatabaseSync } from 'node:sqlite'
import { search } from '#lib/search/search.ts'
import { createWordIndex, deleteStory, OPTIONS, putStory } from './support/word-index.ts'

const find = (database: DatabaseSync, query: string) =>
  search(database, query, OPTIONS).hits.map(({ summary }) => summary.slug)

describe('stories that come, change and go', () => {
  it('are found as they are now', () => {
    const database = createWordIndex([])
    putStory(database, { slug: 'one', title: 'Gull', body: 'A heron stood.' })
    expect(find(database, 'heron')).toEqual(['one'])
    putStory(database, {
      slug: 'one',
      title: 'Gull',
      body: 'A puffin stood.',
      published: '2020-01-01T00:00:00Z',
    })
    expect([find(database, 'heron'), find(database, 'puffin')]).toEqual([[], ['one']])
    deleteStory(database, 'one')
    expect([find(database, 'puffin'), find(database, 'gull')]).toEqual([[], []])
    for (const table of ['search_story', 'search_word', 'search_spelt', 'search_typo', 'search_language']) {
      expect(database.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.rows).toBe(0)
    }
  })

  it('may be many in the same minute', () => {
    const stories = Array.from({ length: 300 }, (_, number) => ({
      slug: `s-${number}`,
      title: `tide ${number}`,
    }))
    expect(search(createWordIndex(stories), 'tide', OPTIONS).total).toBe(300)
  })
})

describe('stories the public may not see', () => {
  const hidden = [
    {
      slug: 'embargoed',
      title: 'Zeppelin lands',
      body: 'zeppelin harbour',
      published: '2026-05-01T12:00:01Z',
    },
    { slug: 'expired', title: 'Zeppelin lands', body: 'zeppelin harbour', expires: '2026-05-01T12:00:00Z' },
    { slug: 'draft', title: 'Zeppelin lands', body: 'zeppelin harbour', draft: true },
  ]
  const shown = { slug: 'shown', title: 'Harbour', body: 'Boats in the harbour.', section: 'News' }
  const open = createWordIndex([shown])
  const database = createWordIndex([shown, ...hidden.map((story) => ({ ...story, section: 'News' }))])

  it.each([
    'zeppelin',
    'zepp',
    'zepp*',
    'zeppelinn',
    'zepelin',
    '"zeppelin lands"',
    'harbour',
    'harbuor',
    'section:news',
    'zeppelin boats',
    'from:2026',
  ])('make no difference to %s', (query) => {
    expect(search(database, query, OPTIONS)).toEqual(search(open, query, OPTIONS))
  })

  it('are found on the second of their publication', () => {
    const at = (now: string) =>
      search(database, 'zeppelin', { ...OPTIONS, now: new Date(now) }).hits.map(({ summary }) => summary.slug)
    expect(at('2026-05-01T12:00:00Z')).toEqual([])
    expect(at('2026-05-01T12:00:01Z')).toEqual(['embargoed'])
    expect(at('2026-05-01T11:59:59Z')).toEqual(['expired'])
  })
})
