import { parseKeys } from '../parse-story.ts'

const MAPPINGS = ['{a: one, b: two}', '{a: {b: {c: one}}}', '[{x: one, y: two}]']

describe('a value that nothing can be made of is reported, with its key and line', () => {
  const fields = [
    'title',
    'description',
    'slug',
    'image',
    'category',
    'tags',
    'authors',
    'aliases',
    'permalink',
  ]
  const others = [
    'updated',
    'lang',
    'featured',
    'weight',
    'canonical',
    'corrections',
    'translations',
    'access',
  ]
  it.each([...fields, ...others].flatMap((key) => MAPPINGS.map((value) => [key, value] as const)))(
    '%s: %s',
    (key, value) => {
      const { post, problems } = parseKeys('x: 1', `${key}: ${value}`)
      expect(post).not.toBeNull()
      expect(problems).toContainEqual(expect.objectContaining({ line: 3, field: key }))
    },
  )

  it.each(['title', 'slug', 'image', 'tags', 'authors', 'aliases'])('%s: true', (key) => {
    const { post, problems } = parseKeys(`${key}: true`)
    expect(problems).toMatchObject([{ line: 2, field: key, found: 'true', severity: 'warning' }])
    expect(post).toMatchObject({
      title: 'Quay',
      slug: 'quay',
      image: null,
      tags: [],
      authors: [],
      aliases: [],
    })
  })

  it.each(['title', 'description', 'slug', 'updated', 'canonical'])(
    'of %s in a list all but the first',
    (key) => {
      const { problems } = parseKeys(`${key}: [2026-11-21, 2026-11-22]`)
      expect(problems).toContainEqual(
        expect.objectContaining({ field: key, message: 'this is a list, and only the first of it was used' }),
      )
    },
  )
})

it.each([
  ['tags: {Ferry: true, Quay: true, Crane: false}', { tags: ['Ferry', 'Quay'] }],
  ['tags:\n  Ferry:\n  Quay:', { tags: ['Ferry', 'Quay'] }],
  ['tags: {one: {name: Ferry}, two: {name: Quay}}', { tags: ['Ferry', 'Quay'] }],
  ['tags: {things: [Ferry], places: [Quay, Slip]}', { tags: ['Ferry', 'Quay', 'Slip'] }],
  ['categories: {Harbour: true, Boats: }', { section: 'Harbour', tags: ['Boats'] }],
  ['authors: {Ada Quill: true, Ben Lens: false}', { authors: ['Ada Quill'] }],
  ['aliases: {/old/: , /older/: }', { aliases: ['/old/', '/older/'] }],
  ['permalink: ferry-returns', { aliases: ['/ferry-returns'] }],
  ['permalink: pretty', { aliases: [] }],
  ['expires: [2027-01-02]', { expires: '2027-01-02T00:00:00Z' }],
  ['expires: {date: 2027-01-02}', { expires: '2027-01-02T00:00:00Z' }],
  ['updated: {on: 2026-11-22}', { updated: '2026-11-22T00:00:00Z' }],
  ['tags: false', { tags: [] }],
  ['image: {alt: , src: }', { image: null }],
  ['authors: [null]', { authors: [] }],
])('%j has one meaning only', (line, expected) => {
  const { post, problems } = parseKeys(line)
  const read = {
    ...post,
    section: post?.section?.name ?? null,
    tags: post?.tags.map(({ name }) => name),
    authors: post?.authors.map(({ name }) => name),
  }
  expect(problems).toEqual([])
  expect(read).toMatchObject(expected)
})

describe('who may see a story is never passed over', () => {
  it.each([
    'draft: {en: true, fr: false}',
    'draft: {}',
    'draft: [{state: x}]',
    'draft:\n  -',
    'unpublished: {a: {b: c}}',
    'private: {en: true}',
    'embargo: {a: {b: c}}',
    'password: {a: b}',
  ])('%j is a draft, with a warning', (line) => {
    const { post, problems } = parseKeys(line)
    expect(post?.draft).toBe(true)
    expect(problems).toMatchObject([{ severity: 'warning', line: 2 }])
  })

  it('reads an embargo in a list', () => {
    expect(parseKeys('embargo: [{until: 2027-01-02}]').post?.published).toBe('2027-01-02T00:00:00Z')
  })

  it.each(['noindex: maybe', 'noindex: 7', 'noindex: [a]', 'noindex: {a: b}', 'noindex: {en: true}'])(
    '%j keeps search engines out, with a warning',
    (line) => {
      const { post, problems } = parseKeys(line)
      expect(post?.crawling).toBe('no-index')
      expect(problems).toMatchObject([{ field: 'noindex', severity: 'warning' }])
    },
  )

  it.each([
    ['sitemap: perhaps', 'no-sitemap', 1],
    ['sitemap: {priority: 0.5}', 'all', 0],
    ['sitemap: 0.5', 'all', 0],
    ['_yoast_wpseo_meta-robots-noindex: 2', 'all', 0],
  ])('%j: %s', (line, crawling, warnings) => {
    const { post, problems } = parseKeys(line)
    expect(post?.crawling).toBe(crawling)
    expect(problems).toHaveLength(warnings)
  })
})
