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
      `<figure><a href="/about"><img src="/media/q.jpg" alt="the quay" ${lazy}></a><figcaption>Low water</figcaption></figure>`,
    ],
    [
      'in HTML, with a size',
      '<img src="/q.jpg" width="640" height="50%" onerror="alert(1)" style="float:left">',
      `<figure><img width="640" src="/media/q.jpg" alt="" ${lazy}></figure>`,
    ],
    [
      'above the content folder',
      '![x](../../../assets/quay.jpg)',
      `<figure><img src="/media/assets/quay.jpg" alt="x" ${lazy}></figure>`,
    ],
    [
      'that is a film',
      '![x](tide.mp4)',
      '<video src="/media/posts/2014/tide.mp4" controls preload="none"></video>',
    ],
    [
      'that is a sound elsewhere',
      '![x](https://tides.example/tide.mp3?x=1)',
      '<audio src="https://tides.example/tide.mp3?x=1" controls preload="none"></audio>',
    ],
    [
      'that is a wiki’s sound',
      '![[tide.ogg]]',
      '<audio src="/media/posts/2014/tide.ogg" controls preload="none"></audio>',
    ],
    [
      'that is a paper',
      '![[the plan.pdf]]',
      '<p><a href="/media/posts/2014/the%20plan.pdf">the plan.pdf</a></p>',
    ],
    [
      'that is a paper with a name',
      '![The plan](/plan.pdf)',
      '<p><a href="/media/plan.pdf">The plan</a></p>',
    ],
    [
      'that a script was to fetch, with its like for those without scripts',
      '<img data-src="/q.jpg" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="q"><noscript><img src="/q.jpg"></noscript>',
      `<figure><img src="/media/q.jpg" alt="q" ${lazy}></figure>`,
    ],
    [
      'that a script was to fetch for a blank one',
      '<img src="/img/blank.gif" data-srcset="/q.jpg 1x, /r.jpg 2x">',
      `<figure><img src="/media/q.jpg" alt="" ${lazy}></figure>`,
    ],
    [
      'that only a set of sizes names',
      '<img srcset="/q.jpg 640w, /r.jpg 1280w">',
      `<figure><img src="/media/q.jpg" alt="" ${lazy}></figure>`,
    ],
    [
      'in a data URL',
      '![x](data:image/gif;base64,R0lGODlhAQABAAAAACw=)',
      `<figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="x" ${lazy}></figure>`,
    ],
    [
      'in a row',
      '![a](/a.jpg)\n![b](/b.jpg "B")\n\n![c](/c.jpg)',
      `<div class="gallery"><figure><img src="/media/a.jpg" alt="a" ${lazy}></figure>` +
        `<figure><img src="/media/b.jpg" alt="b" ${lazy}><figcaption>B</figcaption></figure>` +
        `<figure><img src="/media/c.jpg" alt="c" ${lazy}></figure></div>`,
    ],
    [
      'in WordPress’s caption',
      '[caption id="a" align="left"]<img src="/q.jpg" alt="q"> Low water[/caption]',
      `<figure><img src="/media/q.jpg" alt="q" ${lazy}><figcaption>Low water</figcaption></figure>`,
    ],
    [
      'in Hugo’s figure',
      '{{< figure src="q.jpg" alt="q" caption="Low water" >}}',
      `<figure><img src="/media/posts/2014/q.jpg" alt="q" ${lazy}><figcaption>Low water</figcaption></figure>`,
    ],
    [
      'in a figure of the writer’s own',
      '<figure><picture><source srcset="x.webp"><img src="/q.jpg"></picture><figcaption>Low water</figcaption></figure>',
      `<figure><img src="/media/q.jpg" alt="" ${lazy}><figcaption>Low water</figcaption></figure>`,
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
