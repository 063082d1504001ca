import { GET } from '../../../app/oembed/route.ts'
import { makeJpeg } from '../../support/hostile-pictures.ts'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const paper = setUpPaper({
  'site.yaml': 'name: The <Packet>\nlanguage: en-GB\n',
  'posts/ferry.md': toPostText({
    title: '"Ferry <b> & \\"tide\\""',
    date: '2026-01-03T08:00:00Z',
    description: 'After 77 days.',
    authors: '[Ada Quill, Ben Orrell]',
    aliases: '[/2026/ferry.html]',
    image: '{src: /media/ferry.jpg, alt: A ferry}',
  }),
  'posts/soon.md': toPostText({ title: 'Soon', date: '2199-01-01T00:00:00Z' }),
})

beforeAll(async () => paper.write('media/ferry.jpg', await makeJpeg(1600, 1000)))

const ask = (query: Record<string, string>) =>
  GET(new Request(`https://paper.example/oembed?${new URLSearchParams(query)}`))
const FERRY = 'https://paper.example/posts/ferry'

it('is a card of words and a link, by the specification, without a script', async () => {
  const response = await ask({ url: FERRY })
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  const card = await response.json()
  expect(card).toMatchObject({
    version: '1.0',
    type: 'rich',
    title: expect.stringContaining('& "tide"'),
    author_name: 'Ada Quill and Ben Orrell',
    provider_name: 'The <Packet>',
    provider_url: 'https://paper.example/',
    thumbnail_url: expect.stringMatching(/^https:\/\/paper\.example\/media\/p\/.*\/og\.jpg$/),
    thumbnail_width: 1200,
    thumbnail_height: 630,
    width: 600,
    height: 240,
  })
  expect(card.html).toMatch(
    /^<blockquote lang="en-GB" dir="ltr" cite="https:\/\/paper\.example\/posts\/ferry">/,
  )
  expect(card.html).toContain('After 77 days.')
  expect(card.html).toContain('The &lt;Packet&gt; · 3 January 2026')
  expect(card.html).not.toMatch(/<script|<iframe| on\w+=|<b>/)
})

it('takes no more room than it is given', async () => {
  const card = await (await ask({ url: FERRY, maxwidth: '320', maxheight: '100' })).json()
  expect([card.width, card.height]).toEqual([320, 100])
})

it.each([
  [{ url: 'https://paper.example/2026/ferry.html' }, 200],
  [{ url: `${FERRY}.md` }, 200],
  [{ url: `${FERRY}?utm_source=x#top` }, 200],
  [{ url: FERRY, format: 'xml' }, 501],
  [{ url: 'https://paper.example/posts/soon' }, 404],
  [{ url: 'https://elsewhere.example/posts/ferry' }, 404],
  [{ url: 'https://paper.example/about' }, 404],
  [{ url: 'https://paper.example/posts/%ff' }, 404],
  [{ url: 'nothing' }, 404],
  [{}, 404],
])('answers %j with %i', async (query, status) => {
  expect((await ask(query)).status).toBe(status)
})
