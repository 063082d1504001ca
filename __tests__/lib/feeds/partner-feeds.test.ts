import { GET } from '../../../app/feeds/[profile]/route.ts'
import { makeJpeg } from '../../support/hostile-pictures.ts'
import { toPostText } from '../../support/paper.ts'
import { listElements, listTexts, readXml } from '../../support/read-xml.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const paper = setUpPaper({
  'site.yaml': 'name: The Packet\nfeeds: {content: standfirst, partners: [smartnews, flipboard, msn]}\n',
  'posts/ferry.md': toPostText(
    {
      title: 'Ferry',
      date: '2026-01-03T08:00:00Z',
      updated: '2026-01-04T08:00:00Z',
      authors: '[Ada Quill, Ben Orrell]',
      description: 'After 77 days.',
      image: '{src: /media/ferry.jpg, alt: A ferry, credit: C. Lens}',
    },
    'The whole story.\n',
  ),
  'posts/wall.md': toPostText({ title: 'Wall' }),
})

beforeAll(async () => paper.write('media/ferry.jpg', await makeJpeg(1600, 1000)))

const get = (profile: string) =>
  GET(new Request('https://paper.example/'), { params: Promise.resolve({ profile }) })
const read = async (profile: string) => readXml(await (await get(profile)).text())

it.each(['smartnews.xml', 'flipboard.xml', 'msn.xml'])(
  '%s has stories whole, whatever other feeds give',
  async (profile) => {
    const xml = await read(profile)
    const [ferry] = listElements(xml, 'item')
    if (ferry === undefined) throw new Error('There is no story')
    expect(listTexts(ferry, 'title')).toEqual(['Ferry'])
    expect(listTexts(ferry, 'link')).toEqual(['https://paper.example/posts/ferry'])
    expect(listTexts(ferry, 'dc:creator')).toEqual(['Ada Quill and Ben Orrell'])
    expect(listTexts(ferry, 'description')).toEqual(['After 77 days.'])
    expect(listTexts(ferry, 'content:encoded')[0]).toContain('The whole story.')
    expect(listTexts(ferry, 'media:credit')).toEqual(['C. Lens'])
  },
)

it('has what SmartNews asks beyond that', async () => {
  const xml = await read('smartnews.xml')
  expect(listElements(xml, 'snf:logo').flatMap((logo) => listTexts(logo, 'url'))).toEqual([
    'https://paper.example/icon-512.png',
  ])
  expect(listTexts(xml, 'media:status')).toEqual(['active', 'active'])
  expect(listElements(xml, 'snf:darkModeLogo')).toHaveLength(1)
})

it('gives Flipboard no story without a picture', async () => {
  expect(listTexts(await read('flipboard.xml'), 'link')).toEqual([
    'https://paper.example/',
    'https://paper.example/posts/ferry',
  ])
})

it('tells MSN when a story last changed', async () => {
  expect(listTexts(await read('msn.xml'), 'dcterms:modified')[0]).toBe('2026-01-04T08:00:00Z')
})

it('is not there for a partner site.yaml does not name', async () => {
  expect((await get('elsewhere.xml')).status).toBe(404)
  paper.write('site.yaml', 'name: The Packet\nfeeds: {partners: [msn]}\n')
  await paper.sync()
  expect([(await get('msn.xml')).status, (await get('smartnews.xml')).status]).toEqual([200, 404])
})
