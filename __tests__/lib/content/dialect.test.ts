import { readDialect } from '#lib/content/dialect.ts'
import { fieldKeys } from '#lib/content/dialect-keys.ts'

const rows = Object.entries(fieldKeys).flatMap(([field, keys]) => keys.map((key) => [key, field] as const))

it.each(rows)('%s is read as our %s', (key, field) => {
  const { value, findings } = readDialect({ [key]: 'x' })
  expect(value.fields).toMatchObject({ [field]: [{ key, value: 'x' }] })
  expect(value.extra).toEqual({})
  expect(findings).toEqual([])
})

it('puts the best key first and leaves out what is empty', () => {
  const { value } = readDialect({ summary: 'b', description: '', excerpt: 'c', title: null, tags: [] })
  expect(value.fields.description.map(({ key }) => key)).toEqual(['summary', 'excerpt'])
  expect([value.fields.title, value.fields.tags]).toEqual([[], []])
})

it('keeps keys it does not know, for templates', () => {
  expect(readDialect({ mood: 'grey', layout: 'post' }).value.extra).toEqual({ mood: 'grey', layout: 'post' })
})

describe('slips of the pen are reported', () => {
  it.each([
    ['descrition', 'description'],
    ['layput', 'layout'],
    ['tilte', 'title'],
    ['catgory', 'category'],
    ['publishedd', 'published'],
  ])('%s looks like %s', (key, known) => {
    const { findings } = readDialect({ [key]: 'x' })
    expect(findings).toMatchObject([
      { severity: 'warning', field: key, mend: expect.stringContaining(`"${known}:"`) },
    ])
  })

  it.each([
    ['Author', 'authors'],
    ['TITLE', 'title'],
    ['published-at', 'published'],
  ] as const)('%s is used all the same', (key, field) => {
    const { value, findings } = readDialect({ [key]: 'x' })
    expect(value.fields[field]).toEqual([{ key, value: 'x' }])
    expect(findings).toHaveLength(1)
  })

  it('but not over a key that is written right', () => {
    expect(readDialect({ title: 'right', Title: 'wrong' }).value.fields.title[0]?.value).toBe('right')
  })
})

it.each(
  'layout extends weight comments featured breaking corrections translations toc type id uid guid desk notes data host venue captions source'.split(
    ' ',
  ),
)('%s is no slip', (key) => {
  expect(readDialect({ [key]: 'x' }).findings).toEqual([])
})
