import { renderToStaticMarkup } from 'react-dom/server'
import { Colophon } from '../../app/_components/Colophon.tsx'
import { SITE } from './support/story.ts'

const render = (changes: Partial<typeof SITE> = {}) =>
  renderToStaticMarkup(
    <Colophon site={{ ...SITE, ...changes }} sections={[]} pages={[]} siteUrl="https://paper.example" />,
  )

it('leads to every list there is, and to the feeds', () => {
  const html = render()
  for (const path of ['/sections', '/archive', '/tags', '/authors', '/feeds']) {
    expect(html).toContain(`href="${path}"`)
  }
})

it('says that the paper’s accounts are the paper’s, and of whom', () => {
  const html = render({ social: ['https://social.example/@packet'] })
  expect(html).toContain('<a href="https://social.example/@packet" rel="me">social.example</a>')
  expect(html).toContain(
    '<p class="colophon-name h-card"><a class="p-name u-url" href="/">The Packet</a></p>',
  )
})

it('asks readers to prefer the paper only where site.yaml does', () => {
  expect(render({ preferredSource: true })).toContain(
    '<a href="https://www.google.com/preferences/source?q=paper.example">Prefer us on Google</a>',
  )
  expect(render()).not.toContain('google.com')
})
