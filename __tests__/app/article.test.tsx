import { renderToStaticMarkup } from 'react-dom/server'
import { Article } from '../../app/_components/Article.tsx'
import { makePost, SITE } from './support/story.ts'

const NOBODY = { previous: null, next: null }
const render = (post = makePost(), around: Partial<Parameters<typeof Article>[0]> = {}) =>
  renderToStaticMarkup(
    <Article
      post={post}
      body={{ html: '<p>The ferry is back.</p>', headings: [] }}
      url="https://paper.example/posts/chain-ferry"
      isOld={false}
      site={SITE}
      neighbours={NOBODY}
      related={[]}
      more={[]}
      {...around}
    />,
  )

describe('Article', () => {
  it('prints headline, standfirst, section and body', () => {
    const html = render()
    expect(html).toMatch(/<h1[^>]*>Chain ferry returns<\/h1>/)
    expect(html).toContain('After 77 days, with a new chain.')
    expect(html).toContain('<a href="/sections/harbour">Harbour</a>')
    expect(html).toContain('<div class="prose"><p>The ferry is back.</p></div>')
    expect(html.match(/<h1/g)).toHaveLength(1)
  })

  it('labels its dates', () => {
    const html = render(makePost({ updated: '2026-11-22T09:00:00Z' }))
    expect(html).toContain('<dt>Published<span data-age="2026-11-22T07:30:00Z"></span></dt>')
    expect(html).toContain('<time dateTime="2026-11-22T07:30:00Z">22 November 2026 at 07:30 GMT</time>')
    expect(html).toContain('<dt>Updated<span data-age="2026-11-22T09:00:00Z"></span></dt>')
    expect(html).toContain('<time dateTime="2026-11-22T09:00:00Z">22 November 2026 at 09:00 GMT</time>')
    expect(html).toContain('3 minutes')
  })

  it('claims no update that never was', () => {
    expect(render()).not.toContain('Updated')
    expect(render(makePost({ updated: '2026-11-22T07:30:00Z' }))).not.toContain('Updated')
  })

  it('names every writer, and leads to each', () => {
    const authors = ['Ada Quill', 'Ben Orrell', 'Cleo Marsh'].map((name) => ({
      slug: name.toLowerCase().replace(' ', '-'),
      name,
    }))
    const text = render(makePost({ authors })).replace(/<[^>]+>/g, '')
    expect(text).toContain('By Ada Quill, Ben Orrell and Cleo Marsh')
    expect(render(makePost({ authors }))).toContain(
      '<a href="/authors/ben-orrell" rel="author">Ben Orrell</a>',
    )
  })

  it('describes its picture and says whose it is', () => {
    const html = render()
    expect(html).toMatch(/<img src="\/media\/ferry.jpg" alt="A ferry" loading="eager"/)
    expect(html).toContain('Mid-river.')
    expect(html).toContain('B. Lens')
  })

  it('shows no picture whose address is refused', () => {
    const image = { src: 'file:///etc/x.jpg', alt: '', caption: '', credit: '', focalPoint: null }
    expect(render(makePost({ image }))).not.toContain('<img')
  })

  it('carries its own language and direction when they are not the paper’s', () => {
    expect(render(makePost({ language: 'ar', direction: 'rtl' }))).toContain(
      '<article class="article shell" lang="ar" dir="rtl">',
    )
    expect(render()).toContain('<article class="article shell">')
  })

  it('leads on to its neighbours and to more of its section', () => {
    const older = makePost({ slug: 'older', title: 'Older story' })
    const newer = makePost({ slug: 'newer', title: 'Newer story' })
    const html = render(makePost(), { neighbours: { previous: older, next: newer }, more: [older] })
    expect(html).toMatch(/<a href="\/posts\/older" rel="prev">/)
    expect(html).toMatch(/<a class="neighbours-next" href="\/posts\/newer" rel="next">/)
    expect(html).toContain('More from <a href="/sections/harbour">Harbour</a>')
  })

  it('does without everything a story may lack', () => {
    const bare = { standfirst: '', section: null, tags: [], authors: [], image: null }
    const html = render(makePost(bare))
    expect(html).toMatch(/<h1[^>]*>Chain ferry returns<\/h1>/)
    expect(html).not.toMatch(/<figure|rel="tag"|rel="author"|class="kicker"|<nav/)
  })
})
