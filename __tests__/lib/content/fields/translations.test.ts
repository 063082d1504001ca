import { parseTranslations } from '#lib/content/fields/translations.ts'

const parse = (value: unknown) => parseTranslations([{ key: 'translations', value }], 'posts/2026/ferry.md')

it.each([
  [{ fr: 'le-bac' }, [{ language: 'fr', target: 'le-bac' }]],
  [{ fr: '/posts/le-bac' }, [{ language: 'fr', target: 'le-bac' }]],
  [{ ar: 'ferry.ar.md' }, [{ language: 'ar', target: 'posts/2026/ferry.ar.md' }]],
  [{ ar: '../ar/ferry.md' }, [{ language: 'ar', target: 'posts/ar/ferry.md' }]],
  [{ 'pt-BR': '/posts/pt/balsa.md' }, [{ language: 'pt-BR', target: 'posts/pt/balsa.md' }]],
])('reads %j', (value, expected) => {
  expect(parse(value)).toEqual({ value: expected, diagnostics: [] })
})

it.each([['fr'], [['le-bac']], [{ fr: '' }], [{ fr: '../../site.md' }], [{ '!': 'le-bac' }]])(
  'warns of %j and leaves it out',
  (value) => {
    const read = parse(value)
    expect(read.value).toEqual([])
    expect(read.diagnostics).toMatchObject([{ severity: 'warning', field: 'translations' }])
  },
)
