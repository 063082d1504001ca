import { loadYaml } from '#lib/text/yaml.ts'
import { GET as getLlms } from '../../../app/llms.txt/route.ts'
import { GET as getMarkdown } from '../../../app/posts/[slug]/markdown/route.ts'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const section = (name: string, date: string) => ({
  title: `${name} of ${date}`,
  date,
  section: name,
  description: 'News: it is [so].',
})

setUpPaper({
  'site.yaml':
    'name: The Packet\ndescription: A paper.\nsections:\n  - name: Sport\n    description: Games.\n  - name: News\n',
  'posts/a.md': toPostText({ ...section('News', '2026-01-01'), title: 'A [b] \\c' }),
  'posts/b.md': toPostText(section('News', '2026-01-02')),
  'posts/c.md': toPostText(section('Sport', '2026-01-03')),
  'posts/soon.md': toPostText(section('Sport', '2199-01-03')),
  ...Object.fromEntries(
    Array.from({ length: 30 }, (_, number) => [
      `posts/many-${number}.md`,
      toPostText(
        section('Many', `2026-02-${String(number + 1).padStart(2, '0')}`.replace(/-(29|30)$/, '-28')),
      ),
    ]),
  ),
  'posts/2026/ferry.md': toPostText(
    {
      title: '"Ferry: back"',
      date: '2026-11-22T07:30:00Z',
      standfirst: 'After 77 days.',
      tags: '[tides]',
      author: 'Ada Quill',
      section: 'News',
      image: '{src: ../../media/ferry.jpg, alt: A ferry, credit: Ben Orrell}',
      corrections: '[{date: 2026-11-23, text: It was 78.}]',
    },
    '# One\n\nSee [A](../a.md#top), ![chart](chart.png "Chart"), [there](https://x.example/a.md), [gone](none.md).\n\n[ref]: ../b.md\n\n`[code](a.md)`\n',
  ),
  'pages/about.md': '---\ntitle: About us\n---\n\nUs.\n',
})

const request = new Request('https://paper.example/')
const getTwin = (slug: string) => getMarkdown(request, { params: Promise.resolve({ slug }) })

describe('/llms.txt', () => {
  it('lists each section newest first, in the editors’ order, as links to Markdown', async () => {
    const response = await getLlms()
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    const text = await response.text()
    expect(text).toMatch(/^# The Packet\n\n> A paper\.\n/)
    expect(text).toContain(
      '## Sport\n\nGames.\n\n- [Sport of 2026-01-03](https://paper.example/posts/c.md): 2026-01-03.',
    )
    expect(text.indexOf('## Sport')).toBeLessThan(text.indexOf('## News'))
    expect(text.indexOf('posts/b.md')).toBeLessThan(text.indexOf('posts/a.md'))
    expect(text).toContain('- [A \\[b\\] \\\\c](https://paper.example/posts/a.md)')
    expect(text).toContain('## Optional\n\n- [About us](https://paper.example/about)')
    expect(text).not.toContain('2199')
  })

  it('is bounded', async () => {
    const many = (await (await getLlms()).text()).split('## Many')[1] ?? ''
    expect(many.match(/posts\/many-/g)).toHaveLength(20)
  })
})

describe('/posts/<slug>.md', () => {
  it('is front matter with our fields', async () => {
    const response = await getTwin('ferry')
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(response.headers.get('link')).toBe('<https://paper.example/posts/ferry>; rel="canonical"')
    expect(response.headers.get('vary')).toBe('Accept')
    const [, yaml = ''] = /^---\n([\s\S]*?)\n---\n/.exec(await response.text()) ?? []
    expect(loadYaml(yaml, { repeatedKeys: 'refuse' })).toEqual({
      title: 'Ferry: back',
      description: 'After 77 days.',
      url: 'https://paper.example/posts/ferry',
      date: '2026-11-22T07:30:00Z',
      updated: '2026-11-23T00:00:00Z',
      language: 'en',
      section: 'News',
      tags: ['tides'],
      authors: [{ name: 'Ada Quill', url: 'https://paper.example/authors/ada-quill' }],
      image: { url: 'https://paper.example/media/ferry.jpg', alt: 'A ferry', credit: 'Ben Orrell' },
      corrections: [{ date: '2026-11-23T00:00:00Z', text: 'It was 78.' }],
    })
  })

  it('is the body as written, but that its links lead somewhere, and what was corrected', async () => {
    const text = await (await getTwin('ferry')).text()
    expect(text.slice(text.indexOf('# One'))).toBe(
      '# One\n\nSee [A](https://paper.example/posts/a#top), ![chart](https://paper.example/media/posts/2026/chart.png "Chart"), [there](https://x.example/a.md), [gone](none.md).\n\n[ref]: https://paper.example/posts/b\n\n`[code](a.md)`\n\n**Correction, 23 November 2026:** It was 78.\n',
    )
  })

  it.each(['soon', 'none', '%ff'])('is not there for %s', async (slug) => {
    expect((await getTwin(slug)).status).toBe(404)
  })
})
