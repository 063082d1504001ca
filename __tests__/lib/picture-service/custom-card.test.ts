import { drawCardInFont } from '#lib/picture-service/draw-custom-card.ts'
import { toCardKey } from '#lib/pictures/card/card-path.ts'
import { drawCard } from '#lib/pictures/card/draw-card.ts'
import { type CardStory, toCard } from '#lib/pictures/card/to-card.ts'
import { getSite } from '#lib/queries/queries.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { readFontPackage } from '../../support/fonts.ts'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const STORY = {
  title: 'High water',
  section: { slug: 'harbour', name: 'Harbour' },
  language: 'en',
  direction: 'ltr',
} as const

const paper = setUpPaper({ 'site.yaml': 'name: The Packet\n' })
async function draw(story: CardStory = STORY): Promise<Uint8Array> {
  const card = await drawCardInFont(peekIndex(), toCard(story, peekIndex().site))
  if (card === null) throw new Error('There is no card.')
  return card
}

async function setFont(name: string) {
  paper.write('fonts/head.woff2', readFontPackage(name))
  paper.write('site.yaml', 'name: The Packet\ntheme: { fonts: { text: serif, display: fonts/head.woff2 } }\n')
  await paper.sync()
}

beforeAll(() => getSite())

it('is the built-in card where the paper names no font', async () => {
  expect(await draw()).toEqual(await drawCard(toCard(STORY, peekIndex().site)))
})

it.each(['gowun-batang-latin-700-normal', 'brygada-1918-latin-wght-normal'])(
  'is another card, at another address, in %s',
  async (name) => {
    const key = toCardKey(STORY, { name: 'The Packet', theme: peekIndex().site.theme })
    await setFont(name)
    expect(toCardKey(STORY, peekIndex().site)).not.toBe(key)
    const builtIn = await drawCard(toCard(STORY, peekIndex().site))
    expect(Buffer.from(await draw()).equals(Buffer.from(builtIn))).toBe(false)
  },
)

it('is the built-in card where the font’s file is another by now', async () => {
  await setFont('noto-serif-latin-700-normal')
  paper.write('fonts/head.woff2', 'none')
  expect(await draw()).toEqual(await drawCard(toCard(STORY, peekIndex().site)))
})

it('waits while the content folder cannot be seen: it would stay in another font for good', async () => {
  await setFont('gowun-batang-latin-400-normal')
  paper.write('posts/tide.md', toPostText({}))
  await paper.sync()
  paper.remove('.')
  expect(await drawCardInFont(peekIndex(), toCard(STORY, peekIndex().site))).toBeNull()
  paper.write('posts/tide.md', toPostText({}))
})

it('sets what the font lacks in the built-in faces', async () => {
  await setFont('gowun-batang-latin-700-normal')
  const arabic = { ...STORY, title: 'المد العالي', language: 'ar', direction: 'rtl' } as const
  expect((await draw(arabic)).length).toBeGreaterThan(10_000)
})
