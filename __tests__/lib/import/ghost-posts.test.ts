import { type Row, renderGhost, users } from '../../support/exports/ghost.ts'
import {
  countItems,
  type ImportOutcome,
  listProblems,
  removeFolder,
  runImport,
} from '../../support/exports/run-import.ts'

/** Posts by their rows: the file, what is in it, and what the report says of it. */
const posts: [name: string, row: Row, file: string | null, parts: string[], note?: string][] = [
  [
    'a published post',
    {},
    'posts/2022/2022-01-31-story-0.md',
    ["date: '2022-01-31T23:30:00Z'", '- /story-0/', 'draft: true'].slice(0, 2),
  ],
  [
    'a draft',
    { status: 'draft', published_at: null, created_at: '2021-05-06T07:08:09.000Z' },
    'posts/2021/2021-05-06-story-1.md',
    ['draft: true'],
    'its status was "draft"',
  ],
  [
    'a scheduled post',
    { status: 'scheduled', published_at: '2031-02-03T04:05:06.000Z' },
    'posts/2031/2031-02-03-story-2.md',
    ["date: '2031-02-03T04:05:06Z'"],
  ],
  [
    'one sent by mail alone',
    { status: 'sent' },
    'posts/2022/2022-01-31-story-3.md',
    ['draft: true'],
    'its status was "sent"',
  ],
  [
    'one marked as mail alone',
    { meta: { email_only: 1 } },
    'posts/2022/2022-01-31-story-4.md',
    ['draft: true'],
    'only sent as a newsletter',
  ],
  [
    'one for members',
    { visibility: 'members' },
    'posts/2022/2022-01-31-story-5.md',
    ['draft: true'],
    'only "members" could read it',
  ],
  [
    'one for those who pay',
    { visibility: 'paid' },
    'posts/2022/2022-01-31-story-6.md',
    ['draft: true'],
    'only "paid" could read it',
  ],
  [
    'one for tiers',
    { visibility: 'tiers' },
    'posts/2022/2022-01-31-story-7.md',
    ['draft: true'],
    'only "tiers"',
  ],
  ['a featured post', { featured: 1 }, 'posts/2022/2022-01-31-story-8.md', ['featured: true']],
  [
    'tags in their order',
    { tags: ['t2', 't1'] },
    'posts/2022/2022-01-31-story-9.md',
    ['section: Tides', 'tags:\n  - Harbour'],
  ],
  [
    'an internal tag',
    { tags: ['t3', 't1'] },
    'posts/2022/2022-01-31-story-10.md',
    ['section: Harbour'],
    'internal tags were left out: #long',
  ],
  [
    'authors in their order',
    { authors: ['u2', 'u1'] },
    'posts/2022/2022-01-31-story-11.md',
    ['authors:\n  - Bo Staithe\n  - Ada Quill'],
  ],
  ['an author of the older kind', { author_id: 'u2' }, 'posts/2022/2022-01-31-story-12.md', ['- Bo Staithe']],
  [
    'a feature image',
    {
      feature_image: '__GHOST_URL__/content/images/2022/01/a.jpg',
      meta: { feature_image_alt: 'A crane', feature_image_caption: 'At <b>dusk</b>' },
    },
    'posts/2022/2022-01-31-story-13.md',
    ['src: https://old.example/content/images/2022/01/a.jpg', 'alt: A crane', 'caption: At dusk'],
  ],
  [
    'an excerpt',
    { custom_excerpt: 'In short' },
    'posts/2022/2022-01-31-story-14.md',
    ['description: In short'],
  ],
  [
    'a description for search engines',
    { meta: { meta_description: 'For search' } },
    'posts/2022/2022-01-31-story-15.md',
    ['description: For search'],
  ],
  [
    'code put in',
    { codeinjection_head: '<style>p{}</style>', codeinjection_foot: '<script>x()</script>' },
    'posts/2022/2022-01-31-story-16.md',
    [],
    'code put into its page was left out: codeinjection_head, codeinjection_foot',
  ],
  [
    'a canonical address',
    { canonical_url: 'https://first.example/a' },
    'posts/2022/2022-01-31-story-17.md',
    ['canonical: https://first.example/a'],
  ],
  ['a page', { type: 'page', slug: 'about' }, 'pages/about.md', ['- /about/']],
  ['a page of the older kind', { page: 1, slug: 'contact' }, 'pages/contact.md', []],
  [
    'a title YAML would misread',
    { title: 'Yes: no # 1' },
    'posts/2022/2022-01-31-story-20.md',
    ["title: 'Yes: no # 1'"],
  ],
  ['no title', { title: '' }, 'posts/2022/2022-01-31-story-21.md', [], 'it has no title'],
  ['no date at all', { status: 'draft', published_at: null, created_at: null }, 'draft', ['draft: true']],
  [
    'a date as milliseconds',
    { published_at: 1_602_509_541_017 },
    'posts/2020/2020-10-12-story-23.md',
    ["date: '2020-10-12T13:32:21Z'"],
  ],
  [
    'a date without a zone',
    { published_at: '2022-01-31 12:00:00' },
    'posts/2022/2022-01-31-story-24.md',
    ["date: '2022-01-31T12:00:00Z'"],
  ],
  [
    'a change',
    { updated_at: '2023-01-01T00:00:00.000Z' },
    'posts/2022/2022-01-31-story-25.md',
    ["updated: '2023-01-01T00:00:00Z'"],
  ],
  [
    'a template',
    { custom_template: 'custom-wide' },
    'posts/2022/2022-01-31-story-26.md',
    [],
    'its template was left out: custom-wide',
  ],
  ['HTML alone', { html: '<p>Only <b>HTML</b></p>' }, 'posts/2022/2022-01-31-story-27.md', ['Only **HTML**']],
  [
    'a broken document beside HTML',
    { lexical: '{"root":', html: '<p>Saved</p>' },
    'posts/2022/2022-01-31-story-28.md',
    ['Saved'],
    'its lexical document cannot be read',
  ],
  [
    'Markdown of the oldest kind',
    { markdown: '# Old\n\n*text*' },
    'posts/2022/2022-01-31-story-29.md',
    ['# Old\n\n*text*'],
  ],
  ['a language', { locale: 'fr' }, 'posts/2022/2022-01-31-story-30.md', ['lang: fr']],
  [
    'a page with its picture',
    { type: 'page', slug: 'quay', feature_image: 'https://old.example/q.png' },
    'pages/quay.md',
    ['src: https://old.example/q.png'],
  ],
  [
    'a page that does not show it',
    {
      type: 'page',
      slug: 'pier',
      feature_image: 'https://old.example/q.png',
      show_title_and_feature_image: 0,
    },
    'pages/pier.md',
    ['title: '],
  ],
  [
    'an empty document beside HTML',
    { slug: 'empty', lexical: '{"root":{"children":[]}}', html: '<p>The bell rang.</p>' },
    'posts/2022/2022-01-31-empty.md',
    ['\nThe bell rang.\n'],
  ],
]

describe('posts and people of Ghost', () => {
  let outcome: ImportOutcome

  beforeAll(async () => {
    outcome = await runImport('export.json', renderGhost(posts.map(([, row]) => row)), {
      origin: 'https://old.example',
    })
  })

  afterAll(() => removeFolder(outcome))

  it.each(posts.map((post, index) => [post[0], index] as const))('brings %s', (_, index) => {
    const [, , file, parts, note] = posts[index] ?? []
    const item = outcome.items.find(({ id }) => id === `p${index}`)
    if (file !== 'draft') expect(item?.file).toBe(file)
    const written = outcome.files.get(item?.file ?? '') ?? ''
    for (const part of parts ?? []) expect(written).toContain(part)
    expect(item?.notes.join('\n')).toContain(note ?? '')
  })

  it('writes a page for a person who has more than a name', () => {
    const written = outcome.files.get('authors/ada-quill.md') ?? ''
    expect(written).toContain('name: Ada Quill')
    expect(written).toContain('- https://ada.example/')
    expect(written).toContain('- /author/ada/')
    expect(written).toContain('src: https://old.example/content/images/ada.png')
    expect(written).toContain('\nWrites of tides.\n')
    expect(outcome.items.find(({ id }) => id === 'u2')?.result).toBe('reported')
  })

  it('says what else the export holds', () => {
    expect(outcome.summary.warnings).toEqual(['not carried over: 1 rows of "members"'])
  })

  it('writes nothing that the site’s own parser has to complain of', () => {
    expect(listProblems(outcome.files)).toEqual([])
  })

  it('accounts for every item', () => {
    const items = posts.length + users.length
    expect(countItems(outcome)).toEqual({ items, listed: items, sum: items, isWhole: true })
    expect(items).toBeGreaterThan(30)
  })
})
