import { renderToStaticMarkup } from 'react-dom/server'
import type { SectionSummary } from '#lib/queries/queries.ts'
import { FrontPage } from '../../app/_front/FrontPage.tsx'
import { planFrontPage } from '../../app/_front/plan-front-page.ts'
import { makePost, SITE } from './support/story.ts'

const QUIET = { stories: [], line: null }
const section = (name: string, layout: SectionSummary['layout'] = 'news'): SectionSummary => ({
  slug: name.toLowerCase(),
  name,
  description: '',
  layout,
  total: 1,
})
const story = (slug: string) => makePost({ slug, title: `Story ${slug}` })

function render(
  plan: ReturnType<typeof planFrontPage<ReturnType<typeof story>, ReturnType<typeof section>>>,
) {
  return renderToStaticMarkup(
    <FrontPage site={SITE} plan={plan} newest={{ page: 1, pages: 2 }} breaking={QUIET} />,
  )
}

describe('FrontPage', () => {
  it('says so when nothing has been printed yet', () => {
    const plan = planFrontPage<ReturnType<typeof story>, ReturnType<typeof section>>([], [])
    const html = renderToStaticMarkup(
      <FrontPage site={SITE} plan={plan} newest={{ page: 1, pages: 0 }} breaking={QUIET} />,
    )
    expect(html).toContain('The first edition is not out yet.')
    expect(html).not.toContain('<nav')
  })

  it('is dated by its newest story', () => {
    const html = render(planFrontPage([story('a')], []))
    expect(html).toContain('<time dateTime="2026-11-22T07:30:00Z">Sunday, 22 November 2026</time>')
  })

  it('keeps the editors’ order of sections, and sets a section with layout: opinion apart', () => {
    const blocks = ['News', 'Letters', 'Sport'].map((name) => ({
      section: section(name, name === 'Letters' ? 'opinion' : 'news'),
      stories: [story(name)],
    }))
    const html = render(planFrontPage([story('a')], blocks))
    const places = ['News', 'Letters', 'Sport'].map((name) => html.indexOf(`>${name}</a></h2>`))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(html.match(/block-opinion/g)).toHaveLength(1)
  })

  it('has one first heading and leads on to older stories', () => {
    const html = render(planFrontPage([story('a'), story('b')], []))
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toContain('rel="next" href="/page/2"')
  })
})
