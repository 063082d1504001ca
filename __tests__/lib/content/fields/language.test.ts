import { parseLanguage } from '#lib/content/fields/language.ts'

it.each([
  ['en', 'en', 'ltr'],
  ['pt_BR.UTF-8', 'pt-BR', 'ltr'],
  ['PT-br', 'pt-BR', 'ltr'],
  ['zh_Hans_CN', 'zh-Hans-CN', 'ltr'],
  ['he', 'he', 'rtl'],
  ['fa', 'fa', 'rtl'],
  ['ur-PK', 'ur-PK', 'rtl'],
  ['ks-Deva', 'ks-Deva', 'ltr'],
  ['sd@euro', 'sd', 'rtl'],
])('%s → %s, %s', (value, language, direction) => {
  expect(parseLanguage([{ key: 'lang', value }], null, 'en')).toEqual({
    value: { language, direction },
    diagnostics: [],
  })
})

it.each(['english', 'xx', 'C', '12', 'a b'])('%s is warned of and read as the site’s', (value) => {
  const { value: language, diagnostics } = parseLanguage([{ key: 'locale', value }], null, 'ar')
  expect(language).toEqual({ language: 'ar', direction: 'rtl' })
  expect(diagnostics).toMatchObject([{ severity: 'warning', field: 'locale', found: value }])
})

it('front matter counts before the name of the file, and that before the site', () => {
  expect(parseLanguage([{ key: 'lang', value: 'de' }], 'fr', 'en').value.language).toBe('de')
  expect(parseLanguage([], 'fr', 'en').value.language).toBe('fr')
  expect(parseLanguage([], null, 'en').value.language).toBe('en')
})
