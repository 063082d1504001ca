import { parseKeys } from '../parse-story.ts'

const ROBOTS = [
  "head: [[meta, {name: robots, content: 'noindex, nofollow'}]]",
  'head:\n  - - meta\n    - name: robots\n      content: noindex',
  'head:\n  - - meta\n    - name: robots\n    - content: noindex',
  'head: [{tag: meta, attrs: {name: robots, content: noindex}}]',
  'head: [{meta: {name: robots, content: noindex}}]',
  'meta: [{name: robots, content: noindex}]',
  `head: '<meta name="robots" content="noindex">'`,
  `head:\n  - '<meta content="noindex" name="googlebot">'`,
]

it.each(ROBOTS)('%j asks search engines to leave the story out', (lines) => {
  const { post, problems } = parseKeys(lines)
  expect(post?.crawling).toBe('no-index')
  expect(problems).toEqual([])
})

it('reads what the head of a page says where no key of its own does', () => {
  const head = `head:
  - [meta, {property: og:image, content: /img/quay.jpg}]
  - [meta, {name: description, content: The wall holds}]
  - [meta, {name: keywords, content: 'tide, wall'}]
  - [link, {rel: canonical, href: https://old.example/wall}]
  - [meta, {property: og:title, content: The wall}]`
  const { post, problems } = parseKeys(head)
  expect(problems).toEqual([])
  expect(post).toMatchObject({
    image: { src: '/img/quay.jpg' },
    description: 'The wall holds',
    tags: [{ name: 'tide' }, { name: 'wall' }],
    canonical: 'https://old.example/wall',
  })
  expect(parseKeys(head, 'image: /img/own.jpg', 'description: Our own', 'tags: []').post).toMatchObject({
    image: { src: '/img/own.jpg' },
    description: 'Our own',
  })
})

it('says what of it is used nowhere', () => {
  const { problems } = parseKeys(
    'x: 1',
    'head: [[script, {src: /a.js}], [meta, {name: theme-color, content: red}], [link, {rel: stylesheet, href: /a.css}]]',
  )
  expect(problems).toMatchObject([
    { line: 3, field: 'head', severity: 'warning', found: 'script, meta theme-color, link stylesheet' },
  ])
})

it.each(['header: The quay', 'header: <b>The quay</b>', 'meta: {title: The quay}', 'head: [a, b]'])(
  '%j is no element of a head',
  (line) => {
    expect(parseKeys(line).problems).toEqual([])
  },
)
