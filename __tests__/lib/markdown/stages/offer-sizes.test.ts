import { renderMarkdown } from '#lib/markdown/render-markdown.ts'
import type { MarkdownContext } from '#lib/markdown/rendering.ts'

const FACTS = {
  width: 800,
  height: 400,
  tone: '#336699',
  sources: [{ type: 'image/avif', srcSet: '/media/p/k/480.avif 480w, /media/p/k/800.avif 800w' }],
  src: '/media/p/k/800.jpg',
  srcWidth: 800,
  large: '/media/p/k/1600.webp',
}

const render = (markdown: string, describePicture: MarkdownContext['describePicture'] = () => FACTS) =>
  renderMarkdown(markdown, {
    sourceFile: 'posts/a.md',
    title: 'A',
    language: 'en',
    siteUrl: 'https://paper.example',
    resolveFile: () => null,
    describePicture,
  }).html

describe('a picture in a text', () => {
  it('is offered in its sizes, with its measures, its colour and its words', () => {
    expect(render('![A pier](pier.jpg "The pier")')).toBe(
      '<figure><picture><source type="image/avif" srcset="/media/p/k/480.avif 480w, /media/p/k/800.avif 800w" ' +
        'sizes="(min-width: 42rem) 39rem, 92vw"><img src="/media/p/k/800.jpg" alt="A pier" loading="lazy" ' +
        'decoding="async" width="800" height="400" srcset="/media/p/k/800.jpg 800w" ' +
        'sizes="(min-width: 42rem) 39rem, 92vw" ' +
        'data-tone="#336699"></picture><figcaption>The pier</figcaption></figure>',
    )
  })

  it('is asked for at the address it resolves to', () => {
    const asked: string[] = []
    render('![](pier.jpg) ![](/media/b.jpg) ![](https://x.example/c.jpg) ![](file:///d.jpg)', (url) => {
      asked.push(url)
      return FACTS
    })
    expect(asked).toEqual(['/media/posts/pier.jpg', '/media/b.jpg', 'https://x.example/c.jpg'])
  })

  it.each([
    ['narrower', 300, 'width="300" height="150" srcset="/media/p/k/800.jpg 800w" sizes="300px"'],
    ['no wider than it is', 3000, 'width="800" height="400" srcset="/media/p/k/800.jpg 800w" sizes="800px"'],
  ])('may be asked to be %s', (_how, width, attributes) => {
    expect(render(`<img src="pier.jpg" alt="" width="${width}" height="9">`)).toContain(attributes)
  })

  it('leaves a frame and its words while it is awaited', () => {
    expect(render('![A pier](https://x.example/pier.jpg)', () => 'awaited')).toBe(
      '<figure><span class="picture picture-awaited" role="img" aria-label="A pier"></span></figure>',
    )
    expect(render('![](https://x.example/pier.jpg)', () => 'awaited')).toContain(
      '<span class="picture picture-awaited" aria-hidden="true"></span>',
    )
  })

  it('stays as it is where nothing is known of such pictures', () => {
    expect(render('![A pier](/elsewhere/pier.jpg)', () => null)).toContain(
      '<img src="/media/elsewhere/pier.jpg" alt="A pier" loading="lazy" decoding="async">',
    )
  })

  it('cannot be given sizes, colours or addresses by its writer', () => {
    const html = render(
      '<img src="a.jpg" alt="" srcset="//evil.example/x 1x" sizes="1px" data-tone="red" style="x">',
    )
    expect(html).not.toMatch(/evil|data-tone="red"|style|sizes="1px"/)
  })
})

describe('a gallery', () => {
  it('leads from each picture to its large one, with its caption below', () => {
    const html = render('![One](1.jpg "First") ![Two](2.jpg)')
    expect(html).toMatch(
      /^<div class="gallery"><figure><a class="enlarge" href="\/media\/p\/k\/1600.webp"><picture>/,
    )
    expect(html).toContain('</picture></a><figcaption>First</figcaption></figure>')
    expect(html.match(/class="enlarge"/g)).toHaveLength(2)
  })

  it('asks for pictures cut to one shape', () => {
    const places: string[] = []
    render('![](1.jpg) ![](2.jpg)\n\nWords.\n\n![](3.jpg)', (_url, place) => {
      places.push(place)
      return FACTS
    })
    expect(places.sort()).toEqual(['body', 'gallery', 'gallery'])
  })

  it('leaves a writer’s own link alone', () => {
    const html = render('[![One](1.jpg)](https://x.example/) ![Two](2.jpg)')
    expect(html.match(/<a /g)).toHaveLength(2)
    expect(html).toContain('<a href="https://x.example/"')
  })
})
