import { renderPost } from '../render-post.ts'

const lazy = 'loading="lazy" decoding="async"'

describe('pictures', () => {
  it.each([
    [
      'in a sentence',
      'See ![the quay](quay.jpg) now',
      `<p>See <img src="/media/posts/2014/quay.jpg" alt="the quay" ${lazy}> now</p>`,
    ],
    [
      'alone',
      '![the quay](quay.jpg)',
      `<figure><img src="/media/posts/2014/quay.jpg" alt="the quay" ${lazy}></figure>`,
    ],
    [
      'with a title',
      '![the quay](/media/quay.jpg "Low water")',
      `<figure><img src="/media/quay.jpg" alt="the quay" ${lazy}><figcaption>Low water</figcaption></figure>`,
    ],
    [
      'inside a link',
      '[![the quay](/q.jpg "Low water")](/about)',
      `<figure><a href="/about"><img src="/q.jpg" alt="the quay" ${lazy}></a><figcaption>Low water</figcaption></figure>`,
    ],
    [
      'in HTML, with a size',
      '<img src="/q.jpg" width="640" height="50%" onerror="alert(1)" style="float:left">',
      `<figure><img width="640" src="/q.jpg" alt="" ${lazy}></figure>`,
    ],
    [
      'in a data URL',
      '![x](data:image/gif;base64,R0lGODlhAQABAAAAACw=)',
      `<figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="x" ${lazy}></figure>`,
    ],
    [
      'in a row',
      '![a](/a.jpg)\n![b](/b.jpg "B")\n\n![c](/c.jpg)',
      `<div class="gallery"><figure><img src="/a.jpg" alt="a" ${lazy}></figure>` +
        `<figure><img src="/b.jpg" alt="b" ${lazy}><figcaption>B</figcaption></figure>` +
        `<figure><img src="/c.jpg" alt="c" ${lazy}></figure></div>`,
    ],
    [
      'in WordPress’s caption',
      '[caption id="a" align="left"]<img src="/q.jpg" alt="q"> Low water[/caption]',
      `<figure><img src="/q.jpg" alt="q" ${lazy}><figcaption>Low water</figcaption></figure>`,
    ],
    [
      'in Hugo’s figure',
      '{{< figure src="q.jpg" alt="q" caption="Low water" >}}',
      `<figure><img src="/media/posts/2014/q.jpg" alt="q" ${lazy}><figcaption>Low water</figcaption></figure>`,
    ],
    [
      'in a figure of the writer’s own',
      '<figure><picture><source srcset="x.webp"><img src="/q.jpg"></picture><figcaption>Low water</figcaption></figure>',
      `<figure><img src="/q.jpg" alt="" ${lazy}><figcaption>Low water</figcaption></figure>`,
    ],
  ])('%s', (_, markdown, html) => {
    expect(renderPost(markdown)).toEqual({ html, headings: [], notes: [] })
  })

  it.each(['../../../etc/passwd', 'file:///etc/passwd', 'data:image/svg+xml;base64,PHN2Zz4='])(
    'from %s leave their alternative text',
    (src) => {
      expect(renderPost(`![the quay](${src})`)).toEqual({
        html: '<p>the quay</p>',
        headings: [],
        notes: [`A picture was left out: “${src}” is not an address pictures may have.`],
      })
    },
  )
})
