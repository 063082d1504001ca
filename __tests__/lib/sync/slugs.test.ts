import { assignSlugs, getUnqualifiedSlugs, type SlugCandidate } from '#lib/sync/slugs.ts'

const NOBODY = () => false

function ask(file: string, fields: Partial<SlugCandidate> = {}): SlugCandidate {
  return { file, baseSlug: 'tide', language: 'en', draft: false, published: 1, day: '2026-01-02', ...fields }
}

describe('assigning slugs', () => {
  it.each([
    ['one story keeps what it asks for', [ask('posts/tide.md')], { 'posts/tide.md': 'tide' }],
    [
      'the older story keeps the plain slug, the folder tells the newer apart',
      [ask('posts/new/tide.md', { published: 9 }), ask('posts/old/tide.md', { published: 5 })],
      { 'posts/old/tide.md': 'tide', 'posts/new/tide.md': 'tide--new' },
    ],
    [
      'the language tells translations apart, and the site’s own comes first',
      [ask('posts/tide.fr.md', { language: 'fr', published: 0 }), ask('posts/tide.md')],
      { 'posts/tide.md': 'tide', 'posts/tide.fr.md': 'tide--fr' },
    ],
    [
      'the day in its name tells each letter of a series from the first',
      [
        ask('posts/2024-02-09-tide.md', { published: 2 }),
        ask('posts/2024-02-02-tide.md', { published: 1 }),
        ask('posts/2024-02-16-tide.md', { published: 3, day: '2024-02-17' }),
      ],
      {
        'posts/2024-02-02-tide.md': 'tide',
        'posts/2024-02-09-tide.md': 'tide-2024-02-09',
        'posts/2024-02-16-tide.md': 'tide-2024-02-16',
      },
    ],
    [
      'where nothing in the path does, the day of publication tells them apart',
      [ask('posts/a.md', { day: '2024-02-02' }), ask('posts/b.md', { published: 2, day: '2024-02-09' })],
      { 'posts/a.md': 'tide', 'posts/b.md': 'tide-2024-02-09' },
    ],
    [
      'a day is not added to a name that is one',
      [
        ask('posts/x/2024-02-09.md', { baseSlug: '2024-02-09', day: '2024-02-09' }),
        ask('posts/y/2024-02-09.md', { baseSlug: '2024-02-09', day: '2024-02-09', published: 2 }),
        ask('posts/z/20240209.md', { baseSlug: '2024-02-09', day: '2024-02-09', published: 3 }),
      ],
      {
        'posts/x/2024-02-09.md': '2024-02-09',
        'posts/y/2024-02-09.md': '2024-02-09--y',
        'posts/z/20240209.md': '2024-02-09--z',
      },
    ],
    [
      'nor to a name that ends with one',
      [
        ask('posts/x/tide-2024-02-09.md', { baseSlug: 'tide-2024-02-09' }),
        ask('posts/y/tide-2024-02-09.md', { baseSlug: 'tide-2024-02-09', published: 2 }),
      ],
      { 'posts/x/tide-2024-02-09.md': 'tide-2024-02-09', 'posts/y/tide-2024-02-09.md': 'tide-2024-02-09--y' },
    ],
    [
      'a draft does not take a published story’s slug',
      [ask('posts/a/tide.md', { draft: true, published: 0 }), ask('posts/b/tide.md', { published: 7 })],
      { 'posts/b/tide.md': 'tide', 'posts/a/tide.md': 'tide--a' },
    ],
  ])('%s', (_name, candidates, expected) => {
    expect(Object.fromEntries(assignSlugs(candidates, 'en', NOBODY))).toEqual(expected)
    expect(Object.fromEntries(assignSlugs(candidates.toReversed(), 'en', NOBODY))).toEqual(expected)
  })

  it('hashes the path where language and folder are alike too', () => {
    const alike = [ask('posts/1/x/tide.md', { published: 2 }), ask('posts/2/x/tide.md', { published: 3 })]
    const slugs = assignSlugs([ask('posts/tide.md'), ...alike], 'en', NOBODY)
    expect(alike.map(({ file }) => slugs.get(file))).toEqual([
      expect.stringMatching(/^tide--[0-9a-f]{10}$/),
      expect.stringMatching(/^tide--[0-9a-f]{10}$/),
    ])
    expect(new Set(slugs.values()).size).toBe(3)
  })

  it('never gives away a slug some file asks for', () => {
    const slugs = assignSlugs(
      [ask('posts/tide.md'), ask('posts/fr/tide.md', { language: 'fr' })],
      'en',
      (slug) => slug === 'tide--fr' || slug === 'tide-2026-01-02',
    )
    expect(slugs.get('posts/fr/tide.md')).toMatch(/^tide--[0-9a-f]{10}$/)
  })

  it.each([
    ['tide--fr', ['tide']],
    ['a--b--c', ['a--b']],
    ['tide-2024-02-09', ['tide']],
    ['tide', []],
    ['--fr', []],
    ['2024-02-09', []],
  ])('knows what %s qualifies', (slug, unqualified) => {
    expect(getUnqualifiedSlugs(slug)).toEqual(unqualified)
  })
})
