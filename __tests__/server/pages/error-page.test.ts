import { formatErrorPage } from '../../../server/pages/error-page.ts'
import { readHtml } from '../../support/read-html.ts'

it.each([
  [500, 'en-GB', 'ltr', 'Something went wrong', 'Reference: 7f'],
  [503, 'de', 'ltr', 'Bitte noch einmal versuchen', 'Kennung: 7f'],
  [500, 'ar', 'rtl', 'حدث خطأ', 'المرجع: 7f'],
] as const)(
  'a %i says so in the paper’s language, %s, and is not to be found',
  (status, language, dir, title, reference) => {
    const html = formatErrorPage(status, '7f', language)
    const page = readHtml(html, 'https://paper.example')
    expect(page.all('html')[0]?.properties).toEqual({ lang: language, dir })
    expect([page.text('title'), page.text('h1'), page.meta.robots]).toEqual([title, title, 'noindex'])
    expect(html).toContain(`<p>${reference}</p>`)
  },
)

it.each([
  ['en', 'Please wait a moment'],
  ['fr', 'Veuillez patienter un instant'],
  ['he', 'נא להמתין רגע'],
])('a 429 asks to wait in %s, and has no reference: nothing went wrong', (language, title) => {
  const page = readHtml(formatErrorPage(429, undefined, language), 'https://paper.example')
  expect([page.text('h1'), page.meta.robots, page.all('p').length]).toEqual([title, 'noindex', 2])
})
