import type { ListRef } from '#lib/queries/queries.ts'
import { toListPath, toPagePath, toPostPath } from '#lib/routes/paths.ts'

describe('toListPath', () => {
  it.each<[ListRef, number, string]>([
    [{ kind: 'all' }, 1, '/'],
    [{ kind: 'all' }, 2, '/page/2'],
    [{ kind: 'section', slug: 'world-news' }, 1, '/sections/world-news'],
    [{ kind: 'tag', slug: 'tides' }, 12, '/tags/tides/page/12'],
    [{ kind: 'author', slug: 'ada-quill' }, 1, '/authors/ada-quill'],
    [{ kind: 'tag', slug: '潮' }, 1, '/tags/%E6%BD%AE'],
    [{ kind: 'year', year: 2026 }, 1, '/archive/2026'],
    [{ kind: 'month', year: 2026, month: 3 }, 1, '/archive/2026/03'],
    [{ kind: 'month', year: 2026, month: 11 }, 2, '/archive/2026/11/page/2'],
  ])('puts page %j %i at %s', (list, page, path) => {
    expect(toListPath(list, page)).toBe(path)
  })
})

it('encodes what a slug may hold', () => {
  expect(toPostPath('café & tide')).toBe('/posts/caf%C3%A9%20%26%20tide')
  expect(toPagePath('about')).toBe('/about')
})
