import sharp from 'sharp'
import { drawCard } from '#lib/pictures/card/draw-card.ts'
import { CARD_SIZE, type Card } from '#lib/pictures/card/render-card.ts'
import { setHeadline } from '#lib/pictures/card/set-headline.ts'
import { shapeLine } from '#lib/pictures/card/shape-line.ts'

const LTR = { size: 50, language: 'en', direction: 'ltr', face: 'display' } as const
const RTL = { size: 50, language: 'ar', direction: 'rtl', face: 'display' } as const
const ROOM = { width: 1000, height: 300, sizes: [90, 60, 40], leading: 1.2 }

describe('shapeLine', () => {
  it.each([
    ['en', 'Chain ferry “returns”'],
    ['pl', 'Żółć i gęślą'],
    ['ru', 'Паром вернулся'],
    ['el', 'Το πορθμείο'],
    ['vi', 'Phà trở lại'],
    ['ar', 'العبّارة تعود'],
    ['he', 'המעבורת חוזרת'],
    ['ja', '渡し船が再開、港'],
    ['zh', '渡轮恢复运营'],
    ['ko', '나룻배가 돌아왔다'],
  ])('has letters for %s', (language, text) => {
    expect(shapeLine(text, { ...LTR, language })?.width).toBeGreaterThan(100)
  })

  it('gives up where a letter is in no font', () => {
    expect(shapeLine('ᓄᓇᕗᑦ', LTR)).toBeNull()
    expect(shapeLine('Ferry \u{10ffff}', LTR)).toBeNull()
  })

  it('joins Arabic letters: the word is narrower than its letters apart', () => {
    const joined = shapeLine('بيت', RTL)?.width ?? 0
    const apart = ['ب', 'ي', 'ت'].reduce((sum, letter) => sum + (shapeLine(letter, RTL)?.width ?? 0), 0)
    expect(joined).toBeLessThan(apart * 0.9)
  })

  it('sets Hebrew from the right: the first letter stands last', () => {
    const [first] = shapeLine('א', RTL)?.paths ?? []
    expect(shapeLine('אב', RTL)?.paths.at(-1)?.path).toBe(first?.path)
  })

  it('leaves a number inside Arabic in its own order', () => {
    const number = shapeLine('12', LTR)?.paths.map(({ path }) => path)
    const paths = shapeLine('بعد 12 يوما', RTL)?.paths.map(({ path }) => path) ?? []
    const start = paths.indexOf(number?.[0] ?? '')
    expect(paths.slice(start, start + 2)).toEqual(number)
  })

  it('turns brackets around in a text from the right', () => {
    const closing = shapeLine('א)', RTL)?.paths[0]?.path
    const opening = shapeLine('א(', RTL)?.paths[0]?.path
    expect(closing).not.toBe(opening)
    expect(shapeLine('(', LTR)?.paths[0]?.path).toBe(shapeLine(')', RTL)?.paths[0]?.path)
  })
})

describe('setHeadline', () => {
  it('sets few words large and many small', () => {
    expect(setHeadline('Ferry returns', LTR, ROOM)?.size).toBe(90)
    expect(setHeadline('Ferry returns after a long pause '.repeat(5), LTR, ROOM)?.size).toBe(40)
  })

  it('keeps every line inside its room', () => {
    const set = setHeadline('Ferry returns after 77 days with a new chain and no promises', LTR, ROOM)
    expect(set?.lines.length).toBeGreaterThan(1)
    for (const { width } of set?.lines ?? []) expect(width).toBeLessThanOrEqual(ROOM.width)
  })

  it.each([
    ['Donaudampfschifffahrtsgesellschaft', 1],
    ['Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselloch', 2],
  ])('keeps a long word inside its room: %s', (word, lines) => {
    const set = setHeadline(word, LTR, ROOM)
    expect(set?.lines).toHaveLength(lines)
    for (const { width } of set?.lines ?? []) expect(width).toBeLessThanOrEqual(ROOM.width)
  })

  it('breaks Japanese without spaces, never before a comma', () => {
    const set = setHeadline('渡し船が七十七日ぶりに再開、'.repeat(3), { ...LTR, language: 'ja' }, ROOM)
    expect(set?.lines.length).toBeGreaterThan(1)
    const comma = shapeLine('、', { ...LTR, language: 'ja' })?.paths[0]?.path
    for (const { paths } of set?.lines ?? []) expect(paths[0]?.path).not.toBe(comma)
  })

  it.each([
    [
      'no single word is left for the last line',
      'en',
      'Ferry returns after long and costly repairs to its chain',
    ],
    ['nor a single character', 'ja', '鎖の渡し船が土曜日から運航を再開することになった'],
  ])('sets lines of about the same length: %s', (_what, language, text) => {
    const widths = setHeadline(text, { ...LTR, language }, ROOM)?.lines.map(({ width }) => width) ?? []
    expect(widths.length).toBeGreaterThan(1)
    expect(Math.min(...widths)).toBeGreaterThan(0.6 * Math.max(...widths))
  })

  it('keeps a number and the particle after it together', () => {
    const voice = { ...LTR, language: 'ja' }
    const room = { ...ROOM, width: 600, sizes: [60] }
    const first = setHeadline('渡し船、七十七日ぶりに再開', voice, room)?.lines.map(
      ({ paths }) => paths[0]?.path,
    )
    const starts = [...'渡七'].map((letter) => shapeLine(letter, voice)?.paths[0]?.path)
    expect(first).toEqual(starts)
  })

  it('cuts what fits at no size', () => {
    const set = setHeadline('Ferry returns after a long pause '.repeat(40), LTR, ROOM)
    expect(set?.lines).toHaveLength(6)
  })
})

describe('drawCard', () => {
  const words: Card = {
    headline: 'Chain ferry returns',
    section: 'Harbour',
    paper: 'The Packet',
    language: 'en',
    direction: 'ltr',
    colours: { paper: '#fbfcfb', ink: '#12212c', accent: '#a01355', tint: '#e1eef3' },
    face: 'display',
  }
  const countInk = async (card: Uint8Array) => {
    const { data } = await sharp(card)
      .extract({ left: 60, top: 150, width: 1080, height: 250 })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return data.filter((shade) => shade < 128).length
  }

  it('is a JPEG of the size previews ask for', async () => {
    const card = await drawCard(words)
    expect(await sharp(card).metadata()).toMatchObject({ format: 'jpeg', ...CARD_SIZE })
    expect(card.length).toBeLessThan(300_000)
    expect(await countInk(card)).toBeGreaterThan(5_000)
  })

  it('says nothing rather than show boxes for letters it does not have', async () => {
    const wordless = await drawCard({ ...words, headline: 'ᓄᓇᕗᑦ' })
    expect(wordless).toEqual(await drawCard({ ...words, headline: 'ཀ་ཁ', section: 'ᓄᓇ' }))
  })

  it('leaves pictograms out of the words', async () => {
    expect(await drawCard({ ...words, headline: 'Chain ferry returns ⛴️🎉' })).toEqual(await drawCard(words))
  })

  it.each(['', ' ', '"<script>&amp;', 'x'.repeat(3_000)])('bears the headline %j', async (headline) => {
    expect(await sharp(await drawCard({ ...words, headline })).metadata()).toMatchObject(CARD_SIZE)
  })
})
