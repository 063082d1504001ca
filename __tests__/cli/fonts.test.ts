import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getTraits } from '#lib/fonts/check-font.ts'
import { openFont } from '#lib/fonts/open-font.ts'
import { readFontPackage } from '../support/fonts.ts'
import { createRunner } from '../support/run-command.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-fonts-'))
const contentDir = path.join(folder, 'content')
const run = createRunner({ CONTENT_DIR: contentDir, DATA_DIR: path.join(folder, 'data') })
const junk = path.join(folder, 'what.bin')
const source = path.join(folder, 'Example Sans Bold.woff2')
const other = path.join(folder, 'variable.woff2')
const target = path.join(contentDir, 'fonts/example-sans-bold.woff2')
beforeAll(() => {
  mkdirSync(path.join(contentDir, 'posts'), { recursive: true })
  writeFileSync(junk, 'nonsense')
  writeFileSync(source, readFontPackage('noto-serif-latin-700-normal'))
  writeFileSync(other, readFontPackage('brygada-1918-latin-wght-normal'))
})

afterAll(() => rmSync(folder, { recursive: true }))

const read = (file: string) => {
  const opened = openFont(readFileSync(file))
  if ('reason' in opened) throw new Error(opened.reason)
  return { font: opened.font, ...getTraits(opened.font) }
}

it('cuts a font into the content folder and prints the lines for site.yaml', async () => {
  const { status, stdout } = await run(['fonts', source, '--as', 'display'])
  expect(status).toBe(0)
  const { length } = readFileSync(target)
  expect(stdout).toContain(`fonts/example-sans-bold.woff2: ${length} bytes`)
  expect(stdout).toContain('theme:\n  fonts:\n    display: fonts/example-sans-bold.woff2')
  expect(length).toBeLessThan(readFileSync(source).length)
  expect(read(target).font.hasGlyphForCodePoint(0xe9)).toBe(true)
  expect(read(target).weights).toEqual([700, 700])
})

it('replaces another font of its name when it is told to alone', async () => {
  writeFileSync(target, 'another')
  expect(await run(['fonts', source])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('--force'),
  })
  expect(readFileSync(target, 'utf8')).toBe('another')
  expect(await run(['fonts', source, '--force'])).toMatchObject({ status: 0 })
  expect(read(target).weights).toEqual([700, 700])
})

it.each([
  [
    ['--as', 'display'],
    [700, 700],
  ],
  [[], [400, 400]],
  [
    ['--weight', '500'],
    [500, 500],
  ],
  [
    ['--weight', '450-650'],
    [450, 650],
  ],
])('pins the weight of a variable font: %j', async (args, weights) => {
  const { status } = await run(['fonts', other, '--name', 'pinned', '--force', ...args])
  expect(status).toBe(0)
  expect(read(path.join(contentDir, 'fonts/pinned.woff2')).weights).toEqual(weights)
})

it.each([
  [['fonts'], 2, 'Say which font file'],
  [['fonts', 'nowhere.ttf'], 2, 'There is no file nowhere.ttf'],
  [['fonts', source, '--as', 'caps'], 2, '--as is text or display'],
  [['fonts', source, '--weight', 'bold'], 2, '--weight is a number'],
  [['fonts', source, '--languages', 'nonsense!'], 2, 'no language tag'],
  [['fonts', junk], 3, 'this is no font that can be read'],
  [['fonts', source, other, '--name', 'x'], 2, '--name is for a single file'],
])('%j ends with %d', async (args, status, message) => {
  expect(await run(args)).toMatchObject({ status, stderr: expect.stringContaining(message) })
})
