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

const NOW = new Date('2026-11-25T12:00:00Z')

function render(
  now: Date,
  plan: ReturnType<typeof planFrontPage<ReturnType<typeof story>, ReturnType<typeof section>>>,
) {
  return renderToStaticMarkup(
    <FrontPage site={SITE} now={now} plan={plan} newest={{ page: 1, pages: 2 }} breaking={QUIET} />,
  )
}

describe('FrontPage', () => {
  it('says so when nothing has been printed yet', () => {
    const plan = planFrontPage<ReturnType<typeof story>, ReturnType<typeof section>>([], [])
    const html = renderToStaticMarkup(
      <FrontPage site={SITE} now={NOW} plan={plan} newest={{ page: 1, pages: 0 }} breaking={QUIET} />,
    )
    expect(html).toContain('The first edition is not out yet.')
    expect(html).not.toContain('<nav')
  })

  it.each([
    ['2026-06-30T22:59:59Z', '2026-06-30', 'Tuesday, 30 June 2026'],
    ['2026-06-30T23:00:00Z', '2026-07-01', 'Wednesday, 1 July 2026'],
  ])('says what day it is in London at %s', (instant, day, words) => {
    const html = render(new Date(instant), planFrontPage([story('a')], []))
    expect(html).toContain(`<p class="front-date"><time dateTime="${day}">${words}</time></p>`)
  })

  it.each([
    [9, 'data-columns="latest"'],
    [3, 'data-columns="seconds"'],
  ])('says on its first element which columns %i stories make', (count, columns) => {
    const stories = Array.from({ length: count }, (_story, place) => story(`s${place}`))
    expect(render(NOW, planFrontPage(stories, []))).toContain(`<div class="front-splash" ${columns}>`)
  })

  it('keeps the editors’ order of sections, and sets a section with layout: opinion apart', () => {
    const blocks = ['News', 'Letters', 'Sport'].map((name) => ({
      section: section(name, name === 'Letters' ? 'opinion' : 'news'),
      stories: [story(name)],
    }))
    const html = render(NOW, planFrontPage([story('a')], blocks))
    const places = ['News', 'Letters', 'Sport'].map((name) => html.indexOf(`>${name}</a></h2>`))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(html.match(/block-opinion/g)).toHaveLength(1)
  })

  it('has one first heading and leads on to older stories', () => {
    const html = render(NOW, planFrontPage([story('a'), story('b')], []))
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toContain('rel="next" href="/page/2"')
  })
})
