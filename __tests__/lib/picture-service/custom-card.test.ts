import { drawCardInFont } from '#lib/picture-service/draw-custom-card.ts'
import { toCardKey } from '#lib/pictures/card/card-path.ts'
import { drawCard } from '#lib/pictures/card/draw-card.ts'
import { toCard } from '#lib/pictures/card/to-card.ts'
import { getSite } from '#lib/queries/queries.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { readFontPackage } from '../../support/fonts.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const STORY = {
  title: 'High water',
  section: { slug: 'harbour', name: 'Harbour' },
  language: 'en',
  direction: 'ltr',
} as const

const paper = setUpPaper({ 'site.yaml': 'name: The Packet\n' })
const draw = () => drawCardInFont(peekIndex(), toCard(STORY, peekIndex().site))

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

it('sets what the font lacks in the built-in faces', async () => {
  await setFont('gowun-batang-latin-700-normal')
  const arabic = { ...STORY, title: 'المد العالي', language: 'ar', direction: 'rtl' } as const
  const card = toCard(arabic, peekIndex().site)
  expect((await drawCardInFont(peekIndex(), card)).length).toBeGreaterThan(10_000)
})
