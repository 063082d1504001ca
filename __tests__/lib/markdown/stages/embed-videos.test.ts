import { renderPost } from '../render-post.ts'

const rel = 'rel="noopener noreferrer external"'

function embed(provider: string, attributes: string, href: string, label: string): string {
  return (
    `<figure class="embed" data-embed="${provider}" ${attributes}>` +
    `<a href="${href}" ${rel}><span class="embed-label">${label}</span></a></figure>`
  )
}

const youTube = embed(
  'youtube',
  'data-embed-id="Tides_2026a"',
  'https://www.youtube.com/watch?v=Tides_2026a',
  'Watch on YouTube',
)
const named = youTube.replace('Watch on YouTube', 'Watch “High water” on YouTube')
const later = embed(
  'youtube',
  'data-embed-id="Tides_2026a" data-embed-start="90"',
  'https://www.youtube.com/watch?v=Tides_2026a&amp;t=90',
  'Watch on YouTube',
)
const vimeo = embed('vimeo', 'data-embed-id="76979871"', 'https://vimeo.com/76979871', 'Watch on Vimeo')

describe('films', () => {
  it.each([
    ['https://www.youtube.com/watch?v=Tides_2026a', youTube],
    ['<https://youtu.be/Tides_2026a?t=90>', later],
    ['{{< youtube Tides_2026a >}}', youTube],
    ['{{< youtube id="Tides_2026a" title="High water" >}}', named],
    ['{% youtube Tides_2026a %}', youTube],
    ['{% include youtube.html id="Tides_2026a" %}', youTube],
    ['[youtube=http://www.youtube.com/watch?v=Tides_2026a&w=600]', youTube],
    ['[embed]https://youtu.be/Tides_2026a[/embed]', youTube],
    [
      '<iframe width="560" src="https://www.youtube.com/embed/Tides_2026a" title="High water"></iframe>',
      named,
    ],
    ['<iframe src="//www.youtube-nocookie.com/embed/Tides_2026a?start=90" onload="x()"></iframe>', later],
    ['[![High water](https://img.youtube.com/vi/Tides_2026a/0.jpg)](https://youtu.be/Tides_2026a)', named],
    ['https://vimeo.com/76979871', vimeo],
    ['{{< vimeo 76979871 >}}', vimeo],
    ['<iframe src="https://player.vimeo.com/video/76979871"></iframe>', vimeo],
    [
      'Before\n<iframe src="https://youtu.be/Tides_2026a"></iframe>\nafter',
      `<p>Before</p>\n${youTube}\n<p>after</p>`,
    ],
    ['<div>\n<iframe src="https://youtu.be/Tides_2026a"></iframe>\n</div>', `<div>\n${youTube}\n</div>`],
  ])('%s becomes a box that loads nothing', (markdown, html) => {
    expect(renderPost(markdown)).toEqual({ html, headings: [], notes: [] })
  })

  it.each([
    [
      '[the film](https://youtu.be/Tides_2026a)',
      `<p><a href="https://youtu.be/Tides_2026a" ${rel}>the film</a></p>`,
    ],
    [
      'See https://vimeo.com/76979871 now',
      `<p>See <a href="https://vimeo.com/76979871" ${rel}>https://vimeo.com/76979871</a> now</p>`,
    ],
    [
      '<iframe src="https://maps.example/quay" title="The quay"></iframe>',
      `<p><a href="https://maps.example/quay" ${rel}>The quay (maps.example)</a></p>`,
    ],
    [
      '<iframe src="https://maps.example/quay"></iframe>',
      `<p><a href="https://maps.example/quay" ${rel}>Open what maps.example shows here</a></p>`,
    ],
  ])('%s becomes a link', (markdown, html) => {
    expect(renderPost(markdown)).toEqual({ html, headings: [], notes: [] })
  })

  it.each([
    ['{{< youtube id="<script>" >}}', 'A youtube video was left out: “<script>” is not the id of one.'],
    ['<iframe src="javascript:alert(1)"></iframe>', 'An <iframe> was left out: it frames no web address.'],
    [
      '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
      'An <iframe> was left out: it frames no web address.',
    ],
  ])('%s is left out', (markdown, note) => {
    expect(renderPost(markdown)).toEqual({ html: '', headings: [], notes: [note] })
  })
})
