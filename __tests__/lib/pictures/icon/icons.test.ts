import sharp from 'sharp'
import { getRevisionOfTags } from '#lib/freshness/revision.ts'
import { getIcon } from '#lib/picture-service/get-icon.ts'
import { drawIcon, ICONS, type IconName, toIconLook } from '#lib/pictures/icon/draw-icon.ts'
import { getSite } from '#lib/queries/queries.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { setUpPaper } from '../../../support/test-paper.ts'

const paper = setUpPaper({ 'site.yaml': 'name: The Packet\n' })

const fill = (background: string) => ({
  create: { width: 600, height: 600, channels: 3 as const, background },
})
const makeLogo = (colour: string) => sharp(fill(colour)).png().toBuffer()
const get = async (name: IconName) => {
  const icon = await getIcon(peekIndex(), name)
  if (icon === null) throw new Error(`There is no ${name}`)
  return icon
}

/** The colour in the middle of an icon of pixels. */
async function getMiddle(name: IconName): Promise<string> {
  const { data, info } = await sharp((await get(name)).bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels
  return `#${data.subarray(at, at + 3).toString('hex')}`
}

beforeAll(() => getSite())

it.each(Object.entries(ICONS).filter(([name]) => name.endsWith('.png')))(
  '%s is as large as it says',
  async (name, { size }) => {
    const known = Object.keys(ICONS).find((icon): icon is IconName => icon === name)
    if (known === undefined) throw new Error(name)
    const { width, height, format } = await sharp((await get(known)).bytes).metadata()
    expect([format, width, height]).toEqual(['png', size, size])
  },
)

it('has a favicon with one picture of 48 pixels', async () => {
  const bytes = Buffer.from((await get('favicon.ico')).bytes)
  expect([bytes.readUInt16LE(2), bytes.readUInt16LE(4), bytes[6], bytes[7]]).toEqual([1, 1, 48, 48])
  expect((await sharp(bytes.subarray(bytes.readUInt32LE(18))).metadata()).format).toBe('png')
})

it('is drawn in the colours of the theme', async () => {
  const before = Buffer.from((await get('icon.svg')).bytes).toString()
  expect(before).toContain('#a01355')
  paper.write(
    'site.yaml',
    'name: The Packet\ntheme: {colours: {accent: {light: "#0b5e2b", dark: "#7fd69b"}}}\n',
  )
  await paper.sync()
  const after = Buffer.from((await get('icon.svg')).bytes).toString()
  expect(after).toContain('#0b5e2b')
  expect(after).not.toContain('#a01355')
})

it.each([
  ['The Packet', 'P'],
  ['Die Zeitung', 'Z'],
  ['L’Écho', 'L'],
  ['24 heures', '2'],
  ['الميناء', 'ا'],
  ['港の新聞', '港'],
  ['The', 'T'],
])('shows the initial of %s', async (name, initial) => {
  const look = { language: 'en', face: 'display', colours: toIconLook(peekIndex().site).colours } as const
  const draw = async (paperName: string) =>
    Buffer.from(await drawIcon('icon.svg', { ...look, paper: paperName }, null)).toString()
  expect(await draw(name)).toBe(await draw(initial))
  expect(await draw(name)).not.toBe(await draw('x'))
})

it('is a front page where a name has no letter that can be drawn', async () => {
  const look = { ...toIconLook(peekIndex().site), paper: '★' }
  expect(Buffer.from(await drawIcon('icon.svg', look, null)).toString()).toContain('M14 12h36v40H14z')
})

it('is the logo where there is one, and another as soon as its file is', async () => {
  paper.write('media/logo.png', await makeLogo('#00ff00'))
  paper.write('site.yaml', 'name: The Packet\nlogo: /media/logo.png\n')
  await paper.sync()
  expect(await getMiddle('icon-512.png')).toBe('#00ff00')
  expect(await getMiddle('icon-maskable-512.png')).toBe('#00ff00')
  expect(Buffer.from((await get('icon.svg')).bytes).toString()).toContain('data:image/png;base64,')
  const before = getRevisionOfTags(peekIndex(), ['site'])
  paper.write('media/logo.png', await makeLogo('#0000ff'))
  expect(await getMiddle('icon-512.png')).toBe('#0000ff')
  expect(getRevisionOfTags(peekIndex(), ['site'])).toBeGreaterThan(before)
})
