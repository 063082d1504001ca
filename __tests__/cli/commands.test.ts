import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { renderWxr } from '../support/exports/wxr.ts'
import { createRunner } from '../support/run-command.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-cli-'))
const contentDir = path.join(folder, 'content')
const settings = {
  CONTENT_DIR: contentDir,
  DATA_DIR: path.join(folder, 'data'),
  SITE_URL: 'https://paper.example',
  PREVIEW_SECRET: '',
}
const run = createRunner(settings)

beforeAll(() => {
  mkdirSync(path.join(contentDir, 'posts'), { recursive: true })
  writeFileSync(
    path.join(contentDir, 'site.yaml'),
    'timeZone: Pacific/Auckland\nsections:\n  - name: Harbour\n  - name: News\n',
  )
  writeFileSync(
    path.join(contentDir, 'posts/2014-06-30-ferry.md'),
    '---\ntitle: Ferry\naliases: [/2014/06/30/ferry/]\n---\n[x](https://e.example/)\n',
  )
  writeFileSync(
    path.join(contentDir, 'posts/undated.md'),
    '---\ntitle: Undated\nimage: /media/nope.png\n---\nText\n',
  )
  writeFileSync(
    path.join(contentDir, 'posts/2014-07-01-picture.md'),
    '---\ntitle: Picture\n---\n![x](/media/nope.png)\n',
  )
  writeFileSync(path.join(folder, 'old.txt'), '/2014/06/30/ferry/\n/blog/ferry\n/blog/picture\n/none\n')
  writeFileSync(path.join(folder, 'export.xml'), renderWxr([{ id: 1, slug: 'moved' }]))
  writeFileSync(path.join(folder, 'broken.xml'), renderWxr(['<item><title>x</item>']))
  writeFileSync(path.join(folder, 'what.bin'), 'nonsense')
})
afterAll(() => rmSync(folder, { recursive: true }))

const at = (name: string) => path.join(folder, name)

it.each([
  ['nothing', [], 0, 'broadsheet <command>'],
  ['--help', ['--help'], 0, 'Exit status'],
  ['help of a command', ['help', 'import'], 0, '--media DIR'],
  ['a command’s --help', ['check', '--help'], 0, '--quiet'],
  ['a command nobody knows', ['chek'], 2, 'There is no command "chek". Write one of: check, new'],
  ['the name of something every object has', ['constructor'], 2, 'There is no command "constructor"'],
  ['an option nobody knows', ['check', '--colour'], 2, 'broadsheet check --help says how to write it.'],
  ['no file to import', ['import'], 2, 'Say one file'],
  ['a file that is not there', ['import', at('none.xml')], 2, 'There is no file'],
  ['a folder to import', ['import', contentDir], 2, 'is a folder'],
  ['a format nobody knows', ['import', at('export.xml'), '--format', 'joomla'], 2, 'Write one of: wordpress'],
  [
    'a folder of pictures that is not there',
    ['import', at('export.xml'), '--media', at('none')],
    2,
    'there is no such folder',
  ],
  ['a site that is no address', ['import', at('export.xml'), '--site', 'old'], 2, 'write an address such as'],
  ['a file that is no export', ['import', at('what.bin')], 3, 'is none of the exports known here'],
  ['a broken item', ['import', at('broken.xml'), '--into', at('other')], 1, '1 only reported'],
  ['no story to preview', ['preview'], 2, 'Say which story'],
  ['no secret', ['preview', 'ferry'], 3, 'Set PREVIEW_SECRET'],
  ['no title', ['new'], 2, 'Say the title'],
  ['a section that is not there', ['new', 'X', '--section', 'Sprot'], 2, 'Write one of: Harbour, News.'],
  ['a day that is none', ['new', 'X', '--date', '31.12.2026'], 2, '--date is a day'],
  ['a schema nobody knows', ['schema', 'nope'], 2, 'Write one of site, post, page, author'],
  ['no list of addresses', ['doctor'], 2, 'Say where the old addresses are'],
  ['a list without addresses', ['doctor', at('what.bin')], 2, 'holds no address'],
  ['a pause that is none', ['links', '--pause', 'x'], 2, '--pause is a number'],
])('ends as documented when given %s', async (_, args, status, words) => {
  const { stdout, stderr, status: ended } = await run(args)
  expect(stdout + stderr).toContain(words)
  expect(ended).toBe(status)
  expect(stderr).not.toContain('    at ')
})

it('prints help that fits a screen', async () => {
  for (const args of [
    [],
    ...['check', 'new', 'import', 'preview', 'links', 'doctor', 'schema'].map((name) => ['help', name]),
  ]) {
    const lines = (await run(args)).stdout.trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(24)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120)
  }
})

it('checks: in groups, as lines, as JSON, errors alone', async () => {
  const groups = await run(['check'])
  expect(groups.status).toBe(1)
  expect(groups.stdout).toContain('warning: a picture is not shown: there is no such picture: 1')
  expect(groups.stdout.trim().split('\n').at(-1)).toBe('1 errors, 1 warnings.')
  expect((await run(['check', '--plain'])).stdout).toMatch(
    /^posts\/2014-07-01-picture\.md:1: warning: .*\nposts\/undated\.md:1: error: .*\n$/,
  )
  const json = JSON.parse((await run(['check', '--json'])).stdout)
  expect(json).toMatchObject({
    errors: 1,
    warnings: 1,
    problems: [{ file: 'posts/2014-07-01-picture.md' }, { file: 'posts/undated.md', severity: 'error' }],
  })
  expect(JSON.parse((await run(['check', '--json', '--quiet'])).stdout).problems).toHaveLength(1)
})

it('imports, and says so as JSON', async () => {
  const first = JSON.parse((await run(['import', at('export.xml'), '--json', '--into', at('moved')])).stdout)
  expect(first).toMatchObject({
    format: 'wordpress',
    counts: { items: 1, written: 1, unchanged: 0, reported: 0 },
  })
  const again = JSON.parse((await run(['import', at('export.xml'), '--json', '--into', at('moved')])).stdout)
  expect(again.counts).toMatchObject({ items: 1, written: 0, unchanged: 1 })
  expect(readFileSync(at('moved/posts/2014/2014-06-30-moved.md'), 'utf8')).toContain('The chain arrived.')
})

it('makes a story with the day of the paper’s own zone, and never twice', async () => {
  const { stdout } = await run([
    'new',
    'High',
    'tide: noon',
    '--section',
    'news',
    '--author',
    'Ada Quill, Bo Staithe',
    '--json',
  ])
  const { file } = JSON.parse(stdout)
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Auckland', dateStyle: 'short' }).format()
  expect(path.basename(file)).toBe(`${day}-high-tide-noon.md`)
  const text = readFileSync(file, 'utf8')
  for (const part of [
    "title: 'High tide: noon'",
    'section: News',
    'draft: true',
    '- Ada Quill\n  - Bo Staithe',
  ]) {
    expect(text).toContain(part)
  }
  const again = await run(['new', 'High', 'tide: noon'])
  expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('is there already')])
  rmSync(file)
})

it('prints a preview link', async () => {
  const { stdout, status } = await run(['preview', 'ferry'], { PREVIEW_SECRET: 'sixteen characters' })
  expect(stdout).toMatch(/^https:\/\/paper\.example\/preview\/ferry\/\d+\/[\w-]+\n$/)
  expect(status).toBe(0)
})

it('proposes permalinks, and counts what answers', async () => {
  const { stdout, status } = await run(['doctor', at('old.txt')])
  expect(status).toBe(1)
  expect(stdout).toContain('1 of 4 old addresses answer as things stand.')
  expect(stdout).toContain('With these lines in site.yaml, 3 do:')
  expect(stdout).toMatch(/permalinks:\n {2}- \/blog\/:slug +# 2, such as \/blog\/ferry/)
  expect(stdout).toContain('1 would still not answer:\n  /none')
})

it('lists stories that are nearly the same', async () => {
  const { stdout, status } = await run(['doctor', '--duplicates', '--json'])
  expect([JSON.parse(stdout), status]).toEqual([{ duplicates: [] }, 0])
})

it('writes the schemas, and says what editors need', async () => {
  const { stdout } = await run(['schema', '--out', at('schemas')])
  expect(stdout).toContain('yaml-language-server: $schema=')
  expect(JSON.parse(readFileSync(at('schemas/post.schema.json'), 'utf8')).title).toBe(
    'Front matter of a story',
  )
})

it('runs as a program', () => {
  const { stdout, status } = spawnSync(process.execPath, ['cli/broadsheet.js', 'schema', 'page'], {
    encoding: 'utf8',
    env: { ...process.env, ...settings },
  })
  expect(JSON.parse(stdout).title).toBe('Front matter of a page')
  expect(status).toBe(0)
})
