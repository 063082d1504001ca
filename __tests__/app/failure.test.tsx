import { renderToStaticMarkup } from 'react-dom/server'
import { Failure } from '../../app/_components/Failure.tsx'

it.each([
  ['en', 'Something went wrong', 'Turn to the front page'],
  ['de-AT', 'Da ist etwas schiefgegangen', 'Zur Titelseite'],
])('says in the paper’s language that a page failed, and where to go: %s', (language, title, link) => {
  const html = renderToStaticMarkup(<Failure language={language} />)
  expect(html).toContain(`<title>${title}</title><meta name="robots" content="noindex"/>`)
  expect(html).toContain(`<h1>${title}</h1>`)
  expect(html).toContain(`<a href="/">${link}</a>`)
})
