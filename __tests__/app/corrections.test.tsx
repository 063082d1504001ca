import { renderToStaticMarkup } from 'react-dom/server'
import CorrectionsPage, { generateMetadata } from '../../app/corrections/page.tsx'
import ArticlePage from '../../app/posts/[slug]/page.tsx'
import { toPostText } from '../support/paper.ts'
import { setUpPaper } from '../support/test-paper.ts'

const paper = setUpPaper({
  'site.yaml': 'name: The Packet\nlanguage: en-GB\ntimeZone: Europe/London\n',
  'posts/wall.md': toPostText({
    title: 'Wall',
    date: '2026-11-21T11:40:00Z',
    corrections: '[{date: 2026-11-22, text: "The wall is <6.02> metres & no more."}]',
  }),
  'posts/ferry.md': toPostText({
    title: 'Ferry',
    date: '2026-11-20T11:40:00Z',
    corrections: '[{date: 2026-11-24, text: It was 78 days.}, {date: 2026-11-21, text: It was a Monday.}]',
  }),
  'posts/soon.md': toPostText({
    title: 'Soon',
    date: '2199-01-01',
    corrections: '[{date: 2026-11-22, text: Not yet.}]',
  }),
  'posts/right.md': toPostText({ title: 'Right' }),
  'pages/corrections.md': '---\ntitle: Corrections and clarifications\n---\n\nWe make mistakes.\n',
})

const renderStory = async (slug: string) =>
  renderToStaticMarkup(await ArticlePage({ params: Promise.resolve({ slug }) }))

describe('a corrected story', () => {
  it('says what was wrong and when that was said, labelled, below its text', async () => {
    const html = await renderStory('wall')
    expect(html).toContain('<section class="corrections" aria-label="Correction">')
    expect(html).toContain('Correction, <time datetime="2026-11-22T00:00:00Z">22 November 2026</time>:')
    expect(html).toContain('The wall is &lt;6.02&gt; metres &amp; no more.')
    expect(html.indexOf('The tide came in.')).toBeLessThan(html.indexOf('class="corrections"'))
  })

  it('has its corrections as the last part of its text, where reader modes keep them', async () => {
    expect(await renderStory('wall')).toMatch(/<section class="corrections"[^>]*>.*?<\/section><\/div>/)
  })

  it('shows as its change the day it was corrected, and says the same to machines', async () => {
    const html = await renderStory('wall')
    expect(html).toMatch(/<dt>Updated<span[^>]*><\/span><\/dt><dd>.*?dateTime="2026-11-22T00:00:00Z"/)
    expect(html).toContain('"dateModified":"2026-11-22T00:00:00Z"')
    expect(html).toContain('"correction":[{"@type":"CorrectionComment"')
  })

  it('is not made of one without', async () => {
    const html = await renderStory('right')
    expect(html).not.toContain('corrections')
    expect(html).not.toContain('Updated')
  })
})

describe('/corrections', () => {
  it('has the editors’ words, and below them every correction, the latest first', async () => {
    const html = renderToStaticMarkup(await CorrectionsPage())
    const places = [
      'We make mistakes.',
      'It was 78 days.',
      'The wall is &lt;6.02&gt;',
      'It was a Monday.',
    ].map((text) => html.indexOf(text))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
    expect(html).toContain('<a href="/posts/ferry">Ferry</a>')
    expect(html).not.toContain('Not yet.')
    expect((await generateMetadata()).alternates).toMatchObject({
      canonical: 'https://paper.example/corrections',
    })
  })

  it('is there without any words of the editors’', async () => {
    paper.remove('pages/corrections.md')
    await paper.sync()
    expect(renderToStaticMarkup(await CorrectionsPage())).toContain('It was 78 days.')
    expect((await generateMetadata()).title).toBe('Corrections — The Packet')
  })
})
