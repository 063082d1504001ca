import { defaultSite } from '#lib/config/site.ts'
import { parsePost } from '#lib/content/parse-post.ts'

type Expected = {
  slug: string
  title: string
  published: string
  section?: string | null
  tags?: string[]
  aliases?: string[]
  draft?: boolean
}

/** A story as each program has it, and what docs/moving-in.md promises of it. */
const stories: [program: string, file: string, text: string, expected: Expected][] = [
  [
    'Jekyll',
    'posts/_posts/2014-06-30-chain-ferry.md',
    '---\nlayout: post\ntitle:  "Chain ferry"\ndate:   2014-06-30 10:00:25 -0400\ncategories: harbour boats\ntags: [ferry]\nredirect_from: /old/ferry/\npublished: false\n---\nText\n',
    {
      slug: 'chain-ferry',
      title: 'Chain ferry',
      published: '2014-06-30T14:00:25Z',
      section: 'harbour',
      tags: ['ferry', 'boats'],
      aliases: ['/old/ferry/'],
      draft: true,
    },
  ],
  [
    'Hugo',
    'posts/posts/chain-ferry/index.md',
    '+++\ntitle = "Chain ferry"\ndate = 2014-06-30T10:00:25Z\ncategories = ["Harbour"]\ntags = ["ferry"]\naliases = ["/old/ferry/"]\ndraft = true\n+++\nText {{< figure src="a.jpg" >}}\n',
    {
      slug: 'chain-ferry',
      title: 'Chain ferry',
      published: '2014-06-30T10:00:25Z',
      section: 'Harbour',
      tags: ['ferry'],
      aliases: ['/old/ferry/'],
      draft: true,
    },
  ],
  [
    'Eleventy',
    'posts/chain-ferry.md',
    '---\ntitle: Chain ferry\ndate: 2014-06-30\ntags:\n  - ferry\npermalink: /2014/ferry/\n---\nText\n',
    {
      slug: 'chain-ferry',
      title: 'Chain ferry',
      published: '2014-06-30T00:00:00Z',
      tags: ['ferry'],
      aliases: ['/2014/ferry/'],
    },
  ],
  [
    'Astro',
    'posts/chain-ferry.md',
    "---\ntitle: 'Chain ferry'\npubDate: 'Jun 30 2014'\nheroImage: '/media/a.jpg'\n---\nText\n",
    { slug: 'chain-ferry', title: 'Chain ferry', published: '2014-06-30T00:00:00Z' },
  ],
  [
    'Hexo',
    'posts/_posts/chain-ferry.md',
    '---\ntitle: Chain ferry\ndate: 2014-06-30 10:00:25\ncategories:\n- Harbour\ntags:\n- ferry\n---\nText\n<!-- more -->\nMore\n',
    {
      slug: 'chain-ferry',
      title: 'Chain ferry',
      published: '2014-06-30T10:00:25Z',
      section: 'Harbour',
      tags: ['ferry'],
    },
  ],
  [
    'Pelican',
    'posts/chain-ferry.md',
    'Title: Chain ferry\nDate: 2014-06-30 10:20\nCategory: Harbour\nTags: ferry, boats\nSlug: the-ferry\nAuthor: Ada Quill\n\nText\n',
    {
      slug: 'the-ferry',
      title: 'Chain ferry',
      published: '2014-06-30T10:20:00Z',
      section: 'Harbour',
      tags: ['ferry', 'boats'],
    },
  ],
  [
    'Zola',
    'posts/blog/2014-06-30-chain-ferry.md',
    '+++\ntitle = "Chain ferry"\ndate = 2014-06-30\naliases = ["old/ferry"]\n[taxonomies]\ncategories = ["Harbour"]\ntags = ["ferry"]\n[extra]\nauthor = "Ada Quill"\n+++\nText\n',
    {
      slug: 'chain-ferry',
      title: 'Chain ferry',
      published: '2014-06-30T00:00:00Z',
      section: 'Harbour',
      tags: ['ferry'],
      aliases: ['/old/ferry'],
    },
  ],
  [
    'MkDocs',
    'posts/chain-ferry.md',
    '---\ndate: 2014-06-30\ncategories:\n  - Harbour\nauthors:\n  - ada\n---\n\n# Chain ferry\n\nText\n\n<!-- more -->\n\nMore\n',
    { slug: 'chain-ferry', title: 'Chain ferry', published: '2014-06-30T00:00:00Z', section: 'Harbour' },
  ],
  [
    'VitePress',
    'posts/blog/chain-ferry.md',
    '---\ndate: 2014-06-30\nhead:\n  - - meta\n    - name: keywords\n      content: ferry, boats\n  - - meta\n    - property: og:image\n      content: /ferry.png\n---\n\n# Chain ferry\n\n::: tip\nText\n:::\n',
    {
      slug: 'chain-ferry',
      title: 'Chain ferry',
      published: '2014-06-30T00:00:00Z',
      tags: ['ferry', 'boats'],
    },
  ],
]

it.each(stories)('a story of %s moves in as it is', (_, path, text, expected) => {
  const { post, problems } = parsePost({ path, bytes: Buffer.from(text) }, defaultSite)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  const { slug, title, published, section, tags, aliases, draft } = expected
  expect(post).toMatchObject({ slug, title, published, draft: draft ?? false })
  if (section !== undefined) expect(post?.section?.name).toBe(section)
  if (tags !== undefined) expect(post?.tags.map(({ name }) => name)).toEqual(tags)
  if (aliases !== undefined) expect(post?.aliases).toEqual(expect.arrayContaining(aliases))
})

describe('words in mappings, and switches that are no words', () => {
  it.each([
    ['title: { rendered: The quay }\nexcerpt: { rendered: "<p>At dusk.</p>" }', 'The quay', 'At dusk.'],
    [
      'title: { en: The quay, fr: Le quai }\nteaser: { text: At dusk., image: /a.jpg }',
      'The quay',
      'At dusk.',
    ],
    ['titel: The quay\nexcerpt: true\nvorspann: At dusk.', 'The quay', 'At dusk.'],
    ['标题: The quay\n摘要: At dusk.', 'The quay', 'At dusk.'],
  ])('%j', (keys, title, description) => {
    const bytes = Buffer.from(`---\ndate: 2026-11-20\n${keys}\n---\nWords.`)
    expect(parsePost({ path: 'posts/a.md', bytes }, defaultSite).post).toMatchObject({ title, description })
  })
})
