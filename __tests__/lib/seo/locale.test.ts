import { toOpenGraphLocale } from '#lib/seo/locale.ts'

it.each([
  ['en', 'en_US'],
  ['en-GB', 'en_GB'],
  ['pt-BR', 'pt_BR'],
  ['ja', 'ja_JP'],
  ['zh-Hant', 'zh_TW'],
  ['ar', 'ar_EG'],
  ['not a language', 'en_US'],
])('writes %s as %s', (language, locale) => {
  expect(toOpenGraphLocale(language)).toBe(locale)
})
