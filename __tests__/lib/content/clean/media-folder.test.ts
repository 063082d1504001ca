import { parseStory } from '../parse-story.ts'

function readBody(body: string, key = 'media_subpath: /img/quay') {
  return parseStory(`---\ntitle: The quay\n${key}\n---\n${body}\n`).post?.body
}

it.each([
  ['![Quay](a.jpg "Dawn")', '![Quay](/img/quay/a.jpg "Dawn")'],
  ['![Quay](./b/a.jpg)', '![Quay](/img/quay/b/a.jpg)'],
  ['[![Quay](a.jpg)](b.pdf)', '[![Quay](/img/quay/a.jpg)](b.pdf)'],
  ['<img alt="" src="a.jpg">', '<img alt="" src="/img/quay/a.jpg">'],
  ['<video src="a.mp4" poster="a.jpg">', '<video src="/img/quay/a.mp4" poster="/img/quay/a.jpg">'],
  ["{% include embed/video.html src='a.mp4' %}", "{% include embed/video.html src='/img/quay/a.mp4' %}"],
  ['![Quay](/a.jpg)', '![Quay](/a.jpg)'],
  ['![Quay](../a.jpg)', '![Quay](../a.jpg)'],
  ['![Quay](https://paper.example/a.jpg)', '![Quay](https://paper.example/a.jpg)'],
  ['![Quay](data:image/png;base64,AAAA)', '![Quay](data:image/png;base64,AAAA)'],
  ['`![Quay](a.jpg)`', '`![Quay](a.jpg)`'],
  ['```\n![Quay](a.jpg)\n```\n![Quay](a.jpg)', '```\n![Quay](a.jpg)\n```\n![Quay](/img/quay/a.jpg)'],
  ['[Quay](a.html)', '[Quay](a.html)'],
])('of %j the picture is looked for in the folder', (body, expected) => {
  expect(readBody(body)).toBe(expected)
})

it.each(['img_path: /img/quay/', 'media_subpath: [/img/quay]'])('%s', (key) => {
  expect(readBody('![Quay](a.jpg)', key)).toBe('![Quay](/img/quay/a.jpg)')
})

it('is where the lead picture lies too', () => {
  const text = '---\nimage: {path: a.jpg, alt: Quay}\nmedia_subpath: /img/quay/\n---\nText\n'
  expect(parseStory(text).post?.image).toMatchObject({ src: '/img/quay/a.jpg', alt: 'Quay' })
  expect(parseStory(text.replace('a.jpg', '/a.jpg')).post?.image?.src).toBe('/a.jpg')
})
