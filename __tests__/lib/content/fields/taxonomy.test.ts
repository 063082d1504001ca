import { parseTaxonomy } from '#lib/content/fields/taxonomy.ts'

const none = { sections: [] }

describe('tags', () => {
  it.each([
    ['tags', ['Ferry', 'Tide tables'], ['Ferry', 'Tide tables']],
    ['tags', 'ferry, tide tables', ['ferry', 'tide tables']],
    ['tags', 'ferry; tide tables', ['ferry', 'tide tables']],
    ['tags', 'ferry tide', ['ferry', 'tide']],
    ['tags', '#ferry #tide', ['ferry', 'tide']],
    ['keywords', 'tide tables', ['tide tables']],
    ['tags', 2024, ['2024']],
    ['tags', '2024', ['2024']],
    ['tags', 'no', []],
    ['tags', false, []],
    ['tags', 'none', []],
    ['tags', ['Ferry', 'ferry', 'FERRY!'], ['Ferry']],
    ['tags', ['C', 'C++', 'C#'], ['C', 'C++', 'C#']],
    ['tags', [{ name: 'Ferry' }, { title: 'Tide' }, null], ['Ferry', 'Tide']],
    ['tags', [['a', 'b'], 'c'], ['a', 'b', 'c']],
    ['tags', ['U&#46;S&#46; Navy'], ['U.S. Navy']],
    ['tags', [{ Tides: 'high water' }], ['Tides: high water']],
    ['tags', '-ferry -tide', ['ferry', 'tide']],
    ['tags', '海、港', ['海', '港']],
    ['tags', '海，港', ['海', '港']],
    ['tags', 'بحر، ميناء', ['بحر', 'ميناء']],
    ['tags', 'ferry | tide tables', ['ferry', 'tide tables']],
    ['tags', '["ferry", "tide tables"]', ['ferry', 'tide tables']],
    ['tags', ['[[notes/ferry|Ferry]]', '[[Tide]]'], ['Ferry', 'Tide']],
  ])('%s: %j → %j', (key, value, names) => {
    expect(parseTaxonomy([], [{ key, value }], none).tags.map(({ name }) => name)).toEqual(names)
  })
})

describe('section', () => {
  it.each([
    [[{ key: 'category', value: 'World News' }], 'world-news', []],
    [[{ key: 'categories', value: ['World News', 'Tides'] }], 'world-news', ['Tides']],
    [[{ key: 'categories', value: 'harbour tides' }], 'harbour', ['tides']],
    [
      [
        { key: 'category', value: 'Harbour' },
        { key: 'categories', value: ['Harbour', 'Tides'] },
      ],
      'harbour',
      ['Tides'],
    ],
    [[{ key: 'section', value: 'content' }], undefined, []],
    [
      [
        { key: 'section', value: 'content' },
        { key: 'topic', value: 'Harbour' },
      ],
      'harbour',
      [],
    ],
    [[{ key: 'section', value: 'Sport' }], 'sport', []],
  ])('%j', (raws, slug, tags) => {
    const filing = parseTaxonomy(raws, [], none)
    expect(filing.section?.slug).toBe(slug)
    expect(filing.tags.map(({ name }) => name)).toEqual(tags)
  })

  it.each(['world', 'WORLD', 'World news'])('%s is spelt as the site lists it', (value) => {
    const sections = [{ name: 'World news', slug: 'world', description: '', layout: 'news' as const }]
    const { section } = parseTaxonomy([{ key: 'category', value }], [], { sections })
    expect(section).toEqual({ slug: 'world', name: 'World news' })
  })

  it('is not among the tags as well', () => {
    const filing = parseTaxonomy(
      [{ key: 'category', value: 'Harbour' }],
      [{ key: 'tags', value: 'harbour, tides' }],
      none,
    )
    expect(filing.tags.map(({ slug }) => slug)).toEqual(['tides'])
  })
})
