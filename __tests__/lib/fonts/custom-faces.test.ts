import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { getCachedFont, getFont } from '#lib/fonts/get-font.ts'
import { listProblems } from '#lib/index/problems.ts'
import { formatProblem } from '#lib/problems/problem.ts'
import { getSite } from '#lib/queries/queries.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { sha256 } from '#lib/text/hash.ts'
import { readFontPackage } from '../../support/fonts.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const REGULAR = readFontPackage('noto-serif-latin-400-normal')
const BOLD = readFontPackage('noto-serif-latin-700-normal')
const ITALIC = readFontPackage('noto-serif-latin-400-italic')
const VARIABLE = readFontPackage('brygada-1918-latin-wght-normal')

const paper = setUpPaper({ 'site.yaml': 'name: The Packet\n' })

/** Noto Serif with another number in the embedding permissions of its OS/2 table, as a TrueType file. */
const withPermissions = async (permissions: number): Promise<Buffer> => {
  const { default: subsetFont } = await import('subset-font')
  const letters = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('')
  const font = await subsetFont(REGULAR, `${letters}–’“”`, { targetFormat: 'truetype' })
  const tables = font.readUInt16BE(4)
  const entry = Array.from({ length: tables }, (_, at) => 12 + 16 * at).find(
    (at) => font.toString('latin1', at, at + 4) === 'OS/2',
  )
  font.writeUInt16BE(permissions, font.readUInt32BE((entry ?? 0) + 8) + 8)
  return font
}

/** The problems with site.yaml as lines, once it names these fonts. */
async function setFonts(fonts: string, language = 'en'): Promise<string[]> {
  paper.write('site.yaml', `name: The Packet\nlanguage: ${language}\ntheme:\n  fonts:\n${fonts}`)
  await paper.sync()
  return listProblems(peekIndex(), { file: 'site.yaml', step: 'parse' }).map(formatProblem)
}

beforeAll(async () => {
  await getSite()
  paper.write('fonts/regular.woff2', REGULAR)
  paper.write('fonts/bold.woff2', BOLD)
  paper.write('fonts/italic.woff2', ITALIC)
  paper.write('fonts/variable.woff2', VARIABLE)
  paper.write('fonts/whole.ttf', Buffer.concat([REGULAR, Buffer.alloc(300_000)]))
  paper.write('fonts/page.woff2', '<!doctype html><title>Log in</title>')
  paper.write('fonts/restricted.ttf', await withPermissions(0x0002))
  paper.write('fonts/bitmaps.ttf', await withPermissions(0x0200))
  paper.write('fonts/preview.ttf', await withPermissions(0x0004))
  paper.write('fonts/cyrillic.woff2', readFontPackage('noto-serif-cyrillic-400-normal'))
})

it.each([
  ['one file', '    text: fonts/regular.woff2\n', [[400, 400]]],
  [
    'several',
    '    text:\n      - fonts/regular.woff2\n      - { file: fonts/italic.woff2, style: italic }\n      - { file: fonts/bold.woff2, weight: 700 }\n',
    [
      [400, 400],
      [400, 400],
      [700, 700],
    ],
  ],
  ['a variable font', '    text: { file: fonts/variable.woff2 }\n', [[400, 700]]],
  ['one weight of it', '    text: { file: fonts/variable.woff2, weight: 500 }\n', [[500, 500]]],
  ['one for previews and print, which licences are asked of', '    text: fonts/preview.ttf\n', [[400, 400]]],
  ['a path as Windows and shells write it', '    text: ./fonts/regular.woff2\n', [[400, 400]]],
])('%s may be named', async (_what, fonts, weights) => {
  expect(await setFonts(fonts)).toEqual([])
  expect(peekIndex().site.faces?.text?.files.map((file) => file.weights)).toEqual(weights)
})

it.each([
  [
    'is not there',
    '    text: fonts/regulr.woff2\n',
    /^site\.yaml:5: error: theme\.fonts\.text: there is no such file in the content folder \(found "fonts\/regulr\.woff2"\)\. Write its path from the content folder.* in fonts\/ there is bitmaps\.ttf, bold\.woff2.*Until then the built-in face is shown$/,
  ],
  ['lies outside', '    text: ../outside.woff2\n', /no such file in the content folder/],
  ['is a link that leads outside', '    text: fonts/link.woff2\n', /no such file in the content folder/],
  [
    'is no font',
    '    display: fonts/page.woff2\n',
    /^site\.yaml:5: error: theme\.fonts\.display: this is no font that can be read: its first bytes/,
  ],
  [
    'is too large',
    '    text: fonts/whole.ttf\n',
    /the file has \d{6} bytes, and all fonts of a page may have 60000 .*npx broadsheet fonts fonts\/whole\.ttf/,
  ],
  [
    'forbids embedding',
    '    text: fonts/restricted.ttf\n',
    /forbids embedding \(OS\/2 fsType: restricted licence\)/,
  ],
  ['lets only bitmaps be embedded', '    text: fonts/bitmaps.ttf\n', /only its bitmaps/],
  [
    'has another weight',
    '    text:\n      - fonts/regular.woff2\n      - { file: fonts/regular.woff2, weight: 700 }\n',
    /^site\.yaml:7: error: theme\.fonts\.text: the font has weight 400, not 700/,
  ],
  [
    'does not reach the weight',
    '    display: { file: fonts/variable.woff2, weight: 900 }\n',
    /the font has weights 400 to 700, not 900/,
  ],
  ['is italic', '    text: { file: fonts/italic.woff2, style: normal }\n', /the font is italic/],
  [
    'is italic, and no upright beside it',
    '    text: fonts/italic.woff2\n',
    /there is no upright font among these/,
  ],
  [
    'lacks the language’s letters',
    '    text: fonts/cyrillic.woff2\n',
    /lacks characters of the paper’s language \(en\): a b c d e f g h i j k l and \d+ more/,
  ],
  [
    'is too large with others',
    '    text: [fonts/regular.woff2, fonts/bold.woff2, fonts/italic.woff2, fonts/variable.woff2]\n',
    /these fonts have \d+ bytes, and there are 49600 for them/,
  ],
])('a font that %s is held back, and why is said with its line', async (_what, fonts, reason) => {
  const outside = path.join(paper.contentDir, '..', 'outside.woff2')
  writeFileSync(outside, REGULAR)
  mkdirSync(path.join(paper.contentDir, 'fonts'), { recursive: true })
  const link = path.join(paper.contentDir, 'fonts/link.woff2')
  try {
    symlinkSync(outside, link)
  } catch {
    expect(readFileSync(link)).toEqual(REGULAR)
  }
  const [problem, ...others] = await setFonts(fonts)
  expect(problem).toMatch(reason)
  expect(others).toEqual([])
  expect(peekIndex().site.faces).toBeUndefined()
  expect(peekIndex().site.name).toBe('The Packet')
})

it('asks for the letters of the paper’s own language', async () => {
  expect(await setFonts('    text: fonts/regular.woff2\n', 'de')).toEqual([])
  expect((await setFonts('    text: fonts/regular.woff2\n', 'pl'))[0]).toContain('language (pl): ą ć ę')
  expect(await setFonts('    text: fonts/cyrillic.woff2\n', 'ru')).not.toEqual([])
})

it('holds back one role and not the other', async () => {
  const problems = await setFonts('    text: fonts/page.woff2\n    display: fonts/bold.woff2\n')
  expect(problems).toHaveLength(1)
  expect(Object.keys(peekIndex().site.faces ?? {})).toEqual(['display'])
})

it('leaves more room beside the reader’s own fonts', async () => {
  const files = '[fonts/regular.woff2, fonts/variable.woff2, fonts/bold.woff2]'
  expect(await setFonts(`    text: ${files}\n`)).toHaveLength(1)
  expect(await setFonts(`    text: ${files}\n    display: serif\n`)).toEqual([])
})

it('takes what is no font’s name for a mistake in the theme', async () => {
  const [problem] = await setFonts('    text: fonts/regular.woff\n')
  expect(problem).toMatch(
    /^site\.yaml:5: error: theme\.fonts\.text: own, serif, sans, a font file such as fonts\/example\.woff2/,
  )
})

describe('the bytes of a font', () => {
  const getUrl = () => peekIndex().site.faces?.text?.files[0]?.url ?? ''
  const get = (url: string) => getFont(paper.contentDir, peekIndex().site.faces, url)

  it('are served at an address that changes with them, and from memory after that', async () => {
    await setFonts('    text: fonts/regular.woff2\n')
    const url = getUrl()
    expect(url).toBe(`/media/face/${sha256(REGULAR).slice(0, 20)}.woff2`)
    expect(await get(url)).toMatchObject({ type: 'font/woff2', bytes: REGULAR })
    expect(getCachedFont(peekIndex().site.faces, url)?.bytes).toEqual(REGULAR)
    paper.write('fonts/regular.woff2', VARIABLE)
    await paper.sync()
    expect(getUrl()).toBe(`/media/face/${sha256(VARIABLE).slice(0, 20)}.woff2`)
    expect(await get(url)).toBeNull()
    paper.write('fonts/regular.woff2', REGULAR)
    await paper.sync()
  })

  it.each(['/media/face/none.woff2', '/media/face/../../site.yaml', '/media/face/'])(
    'are not at %s',
    async (url) => {
      await setFonts('    text: fonts/regular.woff2\n')
      expect(await get(url)).toBeNull()
    },
  )

  it('are none while the file has others than were checked', async () => {
    await setFonts('    text: fonts/italic.woff2\n    display: fonts/bold.woff2\n')
    const url = peekIndex().site.faces?.display?.files[0]?.url ?? ''
    paper.write('fonts/bold.woff2', 'none')
    expect(await get(url)).toBeNull()
    paper.write('fonts/bold.woff2', BOLD)
    expect(await get(url)).toMatchObject({ bytes: BOLD })
  })
})
