import { renderToStaticMarkup } from 'react-dom/server'
import { StoryCard } from '../../app/_components/StoryCard.tsx'
import { makePost, SITE } from './support/story.ts'

const render = (
  changes: Parameters<typeof makePost>[0] = {},
  place: 'front-lead' | 'list' | 'brief' = 'list',
) => renderToStaticMarkup(<StoryCard story={makePost(changes)} site={SITE} place={place} heading="h3" />)

describe('StoryCard', () => {
  it('makes the headline the link, and the picture mere company', () => {
    const html = render()
    expect(html).toContain('<a href="/posts/chain-ferry">Chain ferry returns</a>')
    expect(html).toMatch(/<img src="\/media\/ferry.jpg" alt="" loading="lazy"/)
    expect(html.match(/href="\/posts\/chain-ferry"/g)).toHaveLength(1)
  })

  it('asks for the picture at once only where it opens the page', () => {
    expect(render({}, 'front-lead')).toContain('loading="eager" decoding="async" fetchPriority="high"')
    expect(render({}, 'brief')).not.toContain('<img')
  })

  it('says when it was published in a way machines read too', () => {
    expect(render()).toContain(
      ' <time dateTime="2026-11-22T07:30:00Z" data-relative="">22 November 2026</time>',
    )
  })

  it('marks words in another language, and only those', () => {
    const html = render({ language: 'ar', direction: 'rtl', title: 'رفّ كتب' })
    expect(html).toContain('<h3 class="card-headline" lang="ar" dir="rtl">')
    expect(html).toContain('<p class="card-line">')
    expect(render()).not.toContain('lang=')
  })

  it('leaves no empty line where there is no description', () => {
    expect(render({ description: '' })).not.toContain('card-standfirst')
  })
})
