import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readAddresses } from '#lib/doctor/read-addresses.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-addresses-'))
afterAll(() => rmSync(folder, { recursive: true }))

it.each([
  [
    'a sitemap',
    '<urlset><url><loc>https://old.example/a/?x=1&amp;y=2</loc></url><url><loc>https://old.example/b</loc></url></urlset>',
    ['/a/?x=1&y=2', '/b'],
  ],
  [
    'a sitemap of many lines',
    '<urlset>\n<url>\n<loc>\n<![CDATA[https://old.example/a]]></loc>\n</url>\n<loc>https://old.example/b</loc>',
    ['/b'],
  ],
  ['a list', 'https://old.example/a\r\n/b?c\n\n# note\nhttps://old.example/a\n', ['/a', '/b?c']],
  ['a table', 'https://old.example/a,200,12\n', ['/a']],
  ['the front page and other schemes', 'https://old.example/\nmailto:desk@old.example\n', []],
])('reads %s', async (_, text, paths) => {
  const file = path.join(folder, 'old')
  writeFileSync(file, text)
  expect(await readAddresses(file)).toEqual(paths)
})
