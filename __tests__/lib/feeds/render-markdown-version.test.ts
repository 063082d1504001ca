import { GET } from '../../../app/posts/[slug]/markdown/route.ts'
import { makeJpeg } from '../../support/hostile-pictures.ts'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const paper = setUpPaper({
  'site.yaml': 'name: The Packet\n',
  'posts/plain.md': toPostText({}, 'A *plain* story.\n\n* one\n* two\n'),
  'posts/html.md': toPostText(
    {},
    'A <b>bold</b> word, <a href="plain.md">a link</a>.\n\n<!-- more -->\n\n<figure><img src="/media/x.jpg" alt="A wall"><figcaption>Noon.</figcaption></figure>\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
  ),
  'posts/tags.md': toPostText(
    {},
    'See [plain]({{< relref "plain.md" >}}) and {% raw %}{{ x }}{% endraw %}.\n\n{{< youtube Tides_2026a >}}\n',
  ),
  'posts/corrected.md': toPostText(
    { corrections: '[{date: 2026-02-03, text: "It was *78* <days>."}]' },
    'It was 77 days.\n',
  ),
})

beforeAll(async () => paper.write('media/x.jpg', await makeJpeg(900, 600)))

async function read(slug: string): Promise<string> {
  const response = await GET(new Request('https://paper.example/'), { params: Promise.resolve({ slug }) })
  return (await response.text()).replace(/^---\n[\s\S]*?\n---\n\n/, '')
}

it('is the text as written where that is Markdown alone', async () => {
  expect(await read('plain')).toBe('A *plain* story.\n\n* one\n* two\n')
})

it('has no HTML: what the page makes of it, as Markdown', async () => {
  const text = await read('html')
  expect(text).toContain('A **bold** word, [a link](https://paper.example/posts/plain).')
  expect(text).toMatch(/!\[A wall\]\(https:\/\/paper\.example\/media\/p\/\S+\.jpg\)/)
  expect(text).toContain('Noon.')
  expect(text).toMatch(/\| a +\| b +\|\n\| -+ \| -+ \|\n\| 1 +\| 2 +\|/)
  expect(text).not.toMatch(/<\w|<!--/)
})

it('has no template tags: what the page makes of them', async () => {
  const text = await read('tags')
  expect(text).not.toMatch(/relref|youtube Tides|endraw/)
  expect(text).toContain('https://paper.example/posts/plain')
  expect(text).toContain('Tides_2026a')
})

it('says at its end what was corrected', async () => {
  expect(await read('corrected')).toContain(
    'It was 77 days.\n\n**Correction, 3 February 2026:** It was 78 \\<days\\>.',
  )
})
