import { mapFields } from '#lib/content/keys/field-keys.ts'
import { FURTHER_KEYS } from '#lib/content/keys/further-keys.ts'
import { FIELD_KEYS } from '#lib/content/keys/known-keys.ts'

const rows = [...Object.entries(FIELD_KEYS), ...Object.entries(FURTHER_KEYS)].flatMap(([field, keys]) =>
  keys.map((key) => [key, field] as const),
)

it('each key is of one field', () => {
  const keys = rows.map(([key]) => key)
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})

it.each(rows)('%s is read as our %s', (key, field) => {
  const { value, diagnostics } = mapFields({ [key]: 'x1' })
  expect(value.fields).toMatchObject({ [field]: [{ key, value: 'x1' }] })
  expect(value.extra).toEqual({})
  expect(diagnostics).toEqual([])
})

it('puts the best key first and leaves out what is empty', () => {
  const { value } = mapFields({ summary: 'b', description: '', excerpt: 'c', title: null, tags: [] })
  expect(value.fields.description.map(({ key }) => key)).toEqual(['summary', 'excerpt'])
  expect([value.fields.title, value.fields.tags]).toEqual([[], []])
})

it.each(['quick_summary', 'postSummary', 'intro_text', 'leadParagraph', 'page_description'])(
  '%s is a standfirst where nothing better is given',
  (key) => {
    const text = 'The ferry is back at the quay.'
    expect(mapFields({ [key]: text, excerpt: 'a' }).value.fields.description).toEqual([
      { key: 'excerpt', value: 'a' },
      { key, value: text },
    ])
  },
)

it.each(['image_description', 'author_intro', 'series_description', 'lead_image', 'hide_summary'])(
  '%s is none',
  (key) => {
    const text = 'The ferry is back at the quay.'
    expect(mapFields({ [key]: text }).value.fields.description).toEqual([])
  },
)

it.each([
  [{ metadata: { description: 'a' } }, 'description', 'a'],
  [{ meta: { author: 'Ada Quill' } }, 'authors', 'Ada Quill'],
] as const)('reads %j', (values, field, value) => {
  expect(mapFields(values).value.fields[field]).toMatchObject([{ value }])
})

it.each(['imagen', 'imagem'])('%s is nobody’s slip', (key) => {
  expect(mapFields({ [key]: 'quay.jpg' }).diagnostics).toEqual([])
})

it('keeps keys it does not know, for templates', () => {
  expect(mapFields({ mood: 'grey', layout: 'post' }).value.extra).toEqual({ mood: 'grey', layout: 'post' })
})

describe('slips of the pen are reported', () => {
  it.each([
    ['descrition', 'description'],
    ['layput', 'layout'],
    ['tilte', 'title'],
    ['catgory', 'category'],
    ['publishedd', 'published'],
  ])('%s looks like %s', (key, known) => {
    const { diagnostics } = mapFields({ [key]: 'x' })
    expect(diagnostics).toMatchObject([
      { severity: 'warning', field: key, hint: expect.stringContaining(`"${known}:"`) },
    ])
  })

  it.each([
    ['Author', 'authors'],
    ['TITLE', 'title'],
    ['published-at', 'published'],
  ] as const)('%s is used all the same', (key, field) => {
    const { value, diagnostics } = mapFields({ [key]: 'x' })
    expect(value.fields[field]).toEqual([{ key, value: 'x' }])
    expect(diagnostics).toHaveLength(1)
  })

  it('but not over a key that is written right', () => {
    expect(mapFields({ title: 'right', Title: 'wrong' }).value.fields.title[0]?.value).toBe('right')
  })
})

it.each(
  'layout extends weight comments featured breaking corrections translations toc type id uid guid desk notes data host venue captions source'.split(
    ' ',
  ),
)('%s is no slip', (key) => {
  expect(mapFields({ [key]: 'x' }).diagnostics).toEqual([])
})

describe('other ways to write a key are no slips', () => {
  it.each([
    ['postDate', 'published'],
    ['featuredImage', 'image'],
    ['metaDescription', 'description'],
    ['Titel', 'title'],
    ['cate\u0301gorie', 'section'],
  ] as const)('%s', (key, field) => {
    const { value, diagnostics } = mapFields({ [key]: 'x' })
    expect([value.fields[field], diagnostics]).toEqual([[{ key, value: 'x' }], []])
  })
})

describe('keys in mappings', () => {
  it.each([
    [{ taxonomy: { category: 'Harbour', tag: ['ferry'], author: 'Ada Quill' } }, 'section', 'Harbour'],
    [{ seo: { description: 'Tides.' } }, 'description', 'Tides.'],
    [{ meta: { description: 'Tides.' }, summary: 'Waves.' }, 'description', 'Waves.'],
  ] as const)('%j', (values, field, found) => {
    expect(mapFields(values).value.fields[field][0]?.value).toBe(found)
  })
})
