import { defaultSite } from '#lib/config/site.ts'
import { parsePost } from '#lib/content/parse-post.ts'

const parse = (text: string, path = 'posts/a.md') =>
  parsePost({ path, bytes: Buffer.from(text) }, defaultSite)

describe('a text without front matter whose first lines say title and date', () => {
  it.each([
    [
      '[Low water](https://e.example/x)\n\n---\n\n日期：Thu, 02 Jul 2020 18:28:24 +0000\n\nThe tide.',
      'Low water',
      '2020-07-02T18:28:24Z',
      7,
    ],
    ['# Low water\n\nDate: 2020-07-02 18:28\n\nThe tide.', 'Low water', '2020-07-02T18:28:00Z', 5],
    [
      '# Low water\n\n**Published:** July 2, 2020\n**By:** Ada Quill\n\nThe tide.',
      'Low water',
      '2020-07-02T00:00:00Z',
      6,
    ],
    ['Titel: Niedrigwasser\nDatum: 2. Juli 2020\n\nThe tide.', 'Niedrigwasser', '2020-07-02T00:00:00Z', 4],
    [
      '# Low water\n\nCreated: November 2, 2026 4:00 PM\nTags: tide, quay\n\nThe tide.',
      'Low water',
      '2026-11-02T16:00:00Z',
      6,
    ],
    [
      '# Low water\n\nCreated time: November 2, 2026 4:00 PM\n\nThe tide.',
      'Low water',
      '2026-11-02T16:00:00Z',
      5,
    ],
    [
      '<!--\n.. title: Low water\n.. date: 2020-07-02\n.. link: \n.. type: text\n-->\n\nThe tide.',
      'Low water',
      '2020-07-02T00:00:00Z',
      8,
    ],
    ['# Low water\n\ndate:: 2020-07-02\n\nThe tide.', 'Low water', '2020-07-02T00:00:00Z', 5],
    [
      '# Low water\n\nPublished on July 2, 2020 by Ada Quill\n\nThe tide.',
      'Low water',
      '2020-07-02T00:00:00Z',
      5,
    ],
    ['% Low water\n% Ada Quill\n% 2 July 2020\n\nThe tide.', 'Low water', '2020-07-02T00:00:00Z', 5],
    [
      'Low water\n=========\n\n:date: 2020-07-02\n:author: Ada Quill\n\nThe tide.',
      'Low water',
      '2020-07-02T00:00:00Z',
      7,
    ],
    ['Low water\nDate: 2020-07-02\n\nThe tide.', 'Low water', '2020-07-02T00:00:00Z', 4],
    [
      '<!--\n.. title: Low water\n.. slug: tide\n.. date: 2020-07-02 10:00:00 UTC\n-->\n\nThe tide.',
      'Low water',
      '2020-07-02T10:00:00Z',
      7,
    ],
    ['# Low water\n<!-- date: 2020-07-02 -->\nThe tide.', 'Low water', '2020-07-02T00:00:00Z', 3],
    [
      '# Niedrigwasser\n\nVeröffentlicht am 2. Juli 2020 von Ada Quill\n\nThe tide.',
      'Niedrigwasser',
      '2020-07-02T00:00:00Z',
      5,
    ],
    ['# 低水位\n\n2020年7月2日\n\nThe tide.', '低水位', '2020-07-02T00:00:00Z', 5],
    ['عنوان: المد\nتاريخ: ٢٠٢٠-٠٧-٠٢\n\nThe tide.', 'المد', '2020-07-02T00:00:00Z', 4],
  ])('%j', (text, title, published, bodyLine) => {
    const { post, problems } = parse(text)
    expect(post).toMatchObject({ title, published, bodyLine, body: 'The tide.', description: 'The tide.' })
    expect(problems).toEqual([])
  })

  it('a comment that says more than that stays a comment, whole', () => {
    expect(
      parse('<!--\ndate: 2020-07-02\nAsk the mate first.\n-->\nThe tide.', 'posts/2020-07-03-a.md').post
        ?.body,
    ).toBe('<!--\ndate: 2020-07-02\nAsk the mate first.\n-->\nThe tide.')
  })

  it('the address of the original is where it was first printed', () => {
    expect(parse('[Low water](https://e.example/x)\nDate: 2020-07-02\n\nx').post?.canonical).toBe(
      'https://e.example/x',
    )
  })

  it('says "draft" there as well as in front matter', () => {
    expect(parse('# Low water\n\nCreated: 2 July 2020\nStatus: Draft\n\nx').post?.draft).toBe(true)
  })

  it('is left as it is where no line says a date', () => {
    const { post } = parse('# Low water\n\nNote: the tide is out.\n\nMore.', 'posts/2020-07-02-a.md')
    expect(post).toMatchObject({ title: 'Low water', body: 'Note: the tide is out.\n\nMore.' })
  })
})

describe('MDX', () => {
  it('is read as the Markdown in it, with a warning at the first line of code', () => {
    const text = [
      '---\ntitle: Tides\ndate: 2026-11-20\n---',
      "import { Chart } from './chart'",
      'export const a = {',
      '  b: 1,',
      '}',
      '',
      'The tide {/* in or out? */}is <Chart data={{ a: "}" }} />out{" today"}.',
      '',
      '<Note kind="quay">',
      'Mind **the gap**.',
      '</Note>',
      '',
      '```js',
      "import x from 'y'",
      '```',
    ].join('\n')
    const { post, problems } = parse(text, 'posts/tides.mdx')
    expect(post).toMatchObject({ slug: 'tides', description: 'The tide is out today.' })
    expect(post?.body).toBe(
      "The tide is out today.\n\n\nMind **the gap**.\n\n\n```js\nimport x from 'y'\n```",
    )
    expect(problems).toMatchObject([
      { severity: 'warning', line: 5, message: expect.stringMatching(/MDX can run code/) },
    ])
  })

  it.each([
    ['export const a = {\n  b: 1,\n\n  c: [2],\n}\n\nOut.', 'Out.'],
    ['export function Quay() {\n  const a = 1\n\n  return <p>In.</p>\n}\n\nOut.', 'Out.'],
    ['export const a = {\n\nOut.', 'Out.'],
    ['import duties rose by 5 % last year.', 'import duties rose by 5 % last year.'],
    ['<img src={quay} alt="Quay" />', '<img alt="Quay" />'],
    ['<img src={"/a.jpg"} alt=\'Quay\' {...more} />', '<img src="/a.jpg" alt="Quay" />'],
    ['<Image src="/a.jpg" alt="Quay" width={10} />', '<img src="/a.jpg" alt="Quay">'],
    [
      '<Figure src="/a.jpg" caption="At dusk" />',
      '<figure><img src="/a.jpg" alt=""><figcaption>At dusk</figcaption></figure>',
    ],
    ['<YouTube id="abc123def45" />', 'https://www.youtube.com/watch?v=abc123def45'],
    ['See <Link to="/posts/ferry">the ferry</Link>.', 'See <a href="/posts/ferry">the ferry</a>.'],
    ['<Card href="/quay" title="The quay" />', '<a href="/quay">The quay</a>'],
    ['<Note title="Mind the tide">\nOut.\n</Note>', '<strong>Mind the tide</strong> \nOut.'],
    ['The $x_{1}$ and $$\\frac{a}{b}$$ of {it}', 'The $x_{1}$ and $$\\frac{a}{b}$$ of'],
    ['It costs $5 {today} or $6.', 'It costs $5  or $6.'],
    ['## Tides {#tides}', '## Tides {#tides}'],
    ['{"l\'eau"} {\'dit "oui"\'} {`bien`}', 'l\'eau dit "oui" bien'],
  ])('%j', (body, shown) => {
    expect(parse(`---\ntitle: x\ndate: 2026-11-20\n---\n${body}`, 'posts/a.mdx').post?.body).toBe(shown)
  })

  it.each([
    [
      "export const meta = {\n  // for the desk\n  title: 'Tides',\n\n  date: '2026-11-20',\n  published: false,\n}",
    ],
    [`import A from 'a'\n\nexport const metadata = {title:"Tides",date:"2026-11-20",draft:true}`],
    ["export const frontmatter: Post = { title: `Tides`, date: new Date('2026-11-20'), status: 'draft' };"],
  ])('what it exports stands for front matter: %j', (code) => {
    expect(parse(`${code}\n\nThe tide.`, 'posts/a.mdx').post).toMatchObject({
      title: 'Tides',
      published: '2026-11-20T00:00:00Z',
      draft: true,
      body: 'The tide.',
    })
  })

  it('whose exports would have to be run is held back', () => {
    const text = 'export const meta = { ...common, title: "Tides" }\n\nThe tide.'
    expect(parse(text, 'posts/2026-11-20-a.mdx')).toMatchObject({
      post: null,
      problems: [{ severity: 'error', line: 1, message: expect.stringMatching(/would have to be run/) }, {}],
    })
  })

  it('without code is Markdown', () => {
    expect(parse('---\ndate: 2026-11-20\n---\nA < b, and `{x}`.', 'posts/tides.mdx')).toMatchObject({
      post: { body: 'A < b, and `{x}`.' },
      problems: [],
    })
  })
})
