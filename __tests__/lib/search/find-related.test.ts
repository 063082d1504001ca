import type { DatabaseSync } from 'node:sqlite'
import { findRelated } from '#lib/search/find-related.ts'
import { createWordIndex, type Given, NOW } from './support/word-index.ts'

const FERRY =
  'The ferry timetable changes as the ferry terminal closes for dredging and the quay is rebuilt this spring by the ferry company.'
const OTHER = Array.from({ length: 300 }, (_, number) => ({
  slug: `other-${number}`,
  title: `Notice ${number}`,
  body: `Bakers and tailors met in hall number${number} about prices and rents of room${number % 40}.`,
}))

const STORIES: Given[] = [
  { slug: 'story', title: 'Ferry terminal closes', body: FERRY, section: 'News', tags: ['Ferries'] },
  { slug: 'copy', title: 'Ferry terminal closes', body: `${FERRY} Updated.` },
  {
    slug: 'old',
    title: 'Dredging begins',
    body: 'Dredging of the quay began; the ferry terminal stays open for now, says the company of the dredger.',
    published: '2024-01-01T00:00:00Z',
  },
  {
    slug: 'tagged',
    title: 'Timetable',
    body: 'A new timetable for the ferry comes with the season, and the terminal gets a roof over its benches.',
    tags: ['Ferries'],
    section: 'News',
  },
  {
    slug: 'future',
    title: 'Ferry terminal sold',
    body: 'The ferry terminal at the quay was sold after dredging.',
    published: '2026-06-01T00:00:00Z',
  },
  {
    slug: 'draft',
    title: 'Ferry terminal burns',
    body: 'The ferry terminal at the quay burns during dredging.',
    draft: true,
  },
]

const list = (database: DatabaseSync, slug: string, exclude: string[] = [], limit = 4) => {
  const id = Number(database.prepare('SELECT id FROM post WHERE slug = ?').get(slug)?.id)
  return findRelated(database, id, { now: NOW, limit, exclude }).map((summary) => summary.slug)
}

describe('related stories', () => {
  const database = createWordIndex([...OTHER, ...STORIES])

  it('are about the same, live, and no copies', () => {
    expect(list(database, 'story').toSorted()).toEqual(['old', 'tagged'])
  })

  it('of a copy are not its original', () => {
    expect(list(database, 'copy')).not.toContain('story')
  })

  it('are not those that the page shows already', () => {
    expect(list(database, 'story', ['tagged'])).toEqual(['old'])
  })

  it('are no more than asked for', () => {
    expect(list(database, 'story', [], 1)).toHaveLength(1)
  })

  it('are never the same story twice', () => {
    const twice = createWordIndex([...OTHER, ...STORIES, { ...STORIES[2], slug: 'old-again' }])
    expect(list(twice, 'story').filter((slug) => slug.startsWith('old'))).toHaveLength(1)
  })

  it('of equals are the newest', () => {
    const body = (day: string) =>
      `The ferry terminal closes on ${day} said nobody while the quay and dredging and timetable were discussed ${day} by ${day} folk.`
    const days = createWordIndex([
      ...OTHER,
      { slug: 'story', title: 'Ferry terminal', body: FERRY },
      ...['monday', 'tuesday', 'friday'].map((day, at) => ({
        slug: day,
        title: `Talk of ${day}`,
        body: body(day),
        published: `202${at}-01-01T00:00:00Z`,
      })),
    ])
    expect(list(days, 'story').filter((slug) => slug.endsWith('day'))[0]).toBe('friday')
  })

  it('are found behind many better ones that have expired', () => {
    const expired = Array.from({ length: 80 }, (_, number) => ({
      slug: `expired-${number}`,
      title: `Ferry terminal closes ${number}`,
      body: `The ferry terminal, ferry timetable and quay of pier${number}: dredging and more dredging of berth${number}.`,
      expires: '2026-02-01T00:00:00Z',
    }))
    expect(list(createWordIndex([...OTHER, ...STORIES, ...expired]), 'story').toSorted()).toEqual([
      'old',
      'tagged',
    ])
  })

  it('are about what a story speaks of again and again, not about a rare word it has once', () => {
    const stories = Array.from({ length: 30 }, (_, number) => ({
      slug: `tram-${number}`,
      title: `Line ${number}`,
      body: `The tram of line${number} stops at square${number} while rails are mended by crew${number}.`,
    }))
    const asked = {
      slug: 'story',
      title: 'Tram rails',
      body: 'Tram rails are worn. A tram is late when rails break, said a tram driver named Quillfjord.',
    }
    const rare = { slug: 'rare', title: 'Cake', body: 'Quillfjord cake pleases bakers and tailors.' }
    const found = list(createWordIndex([...OTHER, ...stories, asked, rare]), 'story')
    expect(found).toHaveLength(4)
    expect(found.every((slug) => slug.startsWith('tram-'))).toBe(true)
  })

  it('are none for a story without words, or one that is not there', () => {
    const empty = createWordIndex([...OTHER, { slug: 'story', title: '!' }])
    expect(list(empty, 'story')).toEqual([])
    expect(findRelated(empty, 999_999, { now: NOW, limit: 4 })).toEqual([])
  })
})
