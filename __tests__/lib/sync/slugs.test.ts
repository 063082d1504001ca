import { assignSlugs, getUnqualifiedSlug, type SlugCandidate } from '#lib/sync/slugs.ts'

const NOBODY = () => false

function ask(file: string, fields: Partial<SlugCandidate> = {}): SlugCandidate {
  return { file, baseSlug: 'tide', language: 'en', draft: false, published: 1, ...fields }
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
      (slug) => slug === 'tide--fr',
    )
    expect(slugs.get('posts/fr/tide.md')).toMatch(/^tide--[0-9a-f]{10}$/)
  })

  it.each([
    ['tide--fr', 'tide'],
    ['a--b--c', 'a--b'],
    ['tide', null],
    ['--fr', null],
  ])('knows what %s qualifies', (slug, unqualified) => {
    expect(getUnqualifiedSlug(slug)).toBe(unqualified)
  })
})
