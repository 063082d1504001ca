import { defaultSite } from '#lib/config/site.ts'
import { parsePage } from '#lib/content/parse-page.ts'

function parse(text: string, path = 'pages/about.md') {
  return parsePage({ path, bytes: Buffer.from(text) }, defaultSite)
}

it('reads a standing page, which needs no date', () => {
  expect(parse('---\ntitle: About us\norder: 2\n---\nWe print the tide tables.\n')).toMatchObject({
    page: {
      slug: 'about',
      title: 'About us',
      description: 'We print the tide tables.',
      body: 'We print the tide tables.',
      bodyLine: 5,
      order: 2,
      language: 'en',
      direction: 'ltr',
      sourceFile: 'pages/about.md',
    },
    problems: [],
  })
})

it.each([
  ['# Contact\n\nRing the bell.', 'pages/contact.md', { slug: 'contact', title: 'Contact', order: null }],
  ['Text', 'pages/who-we-are/index.md', { slug: 'who-we-are', title: 'Who we are' }],
  ['---\nweight: 10\n---\nText', 'pages/a.md', { order: 10 }],
])('%j in %s', (text, path, expected) => {
  expect(parse(text, path).page).toMatchObject(expected)
})

it.each([
  ['image: /media/quay.jpg', '![](</media/quay.jpg>)\n\nText', 3],
  [
    `cover: { image: a quay.png, alt: 'The [quay]', caption: 'At "dusk"' }`,
    '![The \\[quay\\]](<a quay.png> "At \\"dusk\\"")\n\nText',
    3,
  ],
  ['image: /media/quay.jpg\ntitle: Q', '![](</media/quay.jpg>)\n\nText', 4],
])('shows the picture its front matter names above its text: %j', (keys, body, bodyLine) => {
  expect(parse(`---\n${keys}\n---\n\nText`)).toMatchObject({
    page: { body, bodyLine, description: 'Text' },
    problems: [],
  })
})

it('shows a picture once', () => {
  expect(parse('---\nimage: q.jpg\n---\nText ![](q.jpg)').page?.body).toBe('Text ![](q.jpg)')
})

it('is silent about a draft', () => {
  expect(parse('---\ntitle: Soon\ndraft: true\n---\nText')).toEqual({ page: null, problems: [] })
})

it('warns of an order that is no number', () => {
  const { page, problems } = parse('---\norder: first\n---\nText')
  expect(page?.order).toBeNull()
  expect(problems).toMatchObject([{ severity: 'warning', line: 2, field: 'order', found: 'first' }])
})

it.each([
  ...['posts', 'sections', 'tags', 'authors', 'archive', 'page', 'media', 'preview', 'search', 'sitemaps'],
  ...['feed.xml', 'atom.xml', 'feed.json', 'sitemap.xml', 'news-sitemap.xml', 'llms.txt', 'robots.txt'],
  ...['healthz', 'metrics', 'indexnow-key', '_feed', '_gone', 'favicon.ico', 'feed.css'],
])('refuses the address /%s, which the site answers itself', (name) => {
  const { page, problems } = parse('Text', `pages/${name}.md`)
  expect(page).toBeNull()
  expect(problems).toMatchObject([{ severity: 'error', found: name }])
})

it.each(['api', 'sitemap', 'corrections', 'node.js', 'Posts'])(
  'publishes a page at /%s, where nothing else is',
  (name) => {
    const { page, problems } = parse('Text', `pages/${name}.md`)
    expect(page?.slug).toBe(name)
    expect(problems).toEqual([])
  },
)
