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
    expect(html).toMatch(
      /<div class="prose e-content"><figure class="lead-figure">.*?<\/figure><p>The ferry is back.<\/p><\/div>/,
    )
    expect(html.match(/<h1/g)).toHaveLength(1)
  })

  it('labels its dates', () => {
    const html = render(makePost({ updated: '2026-11-22T09:00:00Z' }))
    expect(html).toContain('<dt>Published<span data-age="2026-11-22T07:30:00Z"></span></dt>')
    expect(html).toContain(
      '<time dateTime="2026-11-22T07:30:00Z" class="dt-published">22 November 2026 at 07:30 GMT</time>',
    )
    expect(html).toContain('<dt>Updated<span data-age="2026-11-22T09:00:00Z"></span></dt>')
    expect(html).toContain(
      '<time dateTime="2026-11-22T09:00:00Z" class="dt-updated">22 November 2026 at 09:00 GMT</time>',
    )
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
      '<a class="p-author h-card" href="/authors/ben-orrell" rel="author">Ben Orrell</a>',
    )
  })

  it('describes its picture and says whose it is', () => {
    const html = render()
    expect(html).toMatch(/<img class="u-photo" src="\/media\/ferry.jpg" alt="A ferry" loading="eager"/)
    expect(html).toContain('Mid-river.')
    expect(html).toContain('B. Lens')
  })

  it('shows no picture whose address is refused', () => {
    const image = { src: 'file:///etc/x.jpg', alt: '', caption: '', credit: '', focalPoint: null }
    expect(render(makePost({ image }))).not.toContain('<img')
  })

  it('says whose language the document is in, and that what is not the story is in the paper’s', () => {
    const html = render(makePost({ language: 'ar', direction: 'rtl' }))
    expect(html).toContain(
      '<article class="article shell h-entry" lang="ar" dir="rtl" data-document-language="">',
    )
    expect(html).toContain('<div class="article-credits" lang="en-GB" dir="ltr">')
  })

  it('keeps what follows apart from the story', () => {
    const html = render(makePost(), { more: [makePost({ slug: 'older' })] })
    expect(html.slice(html.indexOf('</article>'))).toMatch(
      /^<\/article><aside class="article-onward related shell" aria-label="More to read" lang="en-GB" dir="ltr">/,
    )
    expect(render()).not.toContain('<aside')
  })

  it('is an h-entry', () => {
    const html = render(makePost({ updated: '2026-11-22T09:00:00Z' }))
    for (const name of ['h-entry', 'p-name', 'p-summary', 'p-author h-card', 'dt-published', 'dt-updated']) {
      expect(html).toContain(name)
    }
    expect(html).toContain('<a class="p-category" href="/tags/ferry" rel="tag">')
    expect(html).toContain('<data class="u-url" value="https://paper.example/posts/chain-ferry">')
  })

  it.each([
    ['news', '<p class="kicker caps" data-section="harbour"><a href="/sections/harbour">Harbour</a></p>'],
    ['opinion', '<a href="/sections/harbour">Harbour</a> · <span lang="en-GB">Opinion</span></p>'],
  ] as const)('says that it is %s', (type, markup) => {
    expect(render(makePost({ type }))).toContain(markup)
  })

  it('says where its free part ends, and where the rest is', () => {
    const html = render(makePost({ access: 'subscribers' }), { site: { ...SITE, subscribe: '/join' } })
    expect(html).toContain(
      '<section class="paywall" lang="en-GB"><p>The rest of this story is for subscribers. <a href="/join">Subscribe</a></p></section></div>',
    )
    expect(render()).not.toContain('paywall')
  })

  it('has no control that nothing answers before its script runs', () => {
    const buttons = [...render().matchAll(/<li[^>]*>(?=<button)/g)].map(([item]) => item)
    expect(buttons).toHaveLength(2)
    for (const item of buttons) expect(item).toContain('hidden=""')
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
