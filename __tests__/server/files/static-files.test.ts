import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openStaticFiles } from '../../../server/files/static-files.ts'

const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-static-'))
const write = (name: string, content: string | Buffer) => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
  writeFileSync(path.join(root, name), content)
}
write('.next/static/chunks/a.css', 'a{color:red}')
write('.next/BUILD_ID', 'secret')
write('public/fonts/text-1234.woff2', 'a font')
write('public/favicon.ico', 'an icon')
write('public/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
write('public/old/quay.jpg', 'a picture')
write('public/terms.unknown', 'terms')
write('public/poster.png', Buffer.alloc(1024 * 1024 + 1))
afterAll(() => rmSync(root, { recursive: true }))

const since = Date.UTC(2026, 0, 1)
const files = openStaticFiles(root, { siteUrl: 'https://paper.example', since })
const FOR_EVER = 'public, max-age=31536000, immutable'

it.each([
  ['/_next/static/chunks/a.css', FOR_EVER, 'text/css; charset=utf-8', 'a{color:red}'],
  ['/fonts/text-1234.woff2', FOR_EVER, 'font/woff2', 'a font'],
  ['/favicon.ico', 'public, max-age=0', 'image/x-icon', 'an icon'],
  ['/old/quay.jpg', 'public, max-age=0', 'image/jpeg', 'a picture'],
])('has %s, to be kept as long as %s', (url, cacheControl, contentType, text) => {
  const file = files.get(url)
  expect(files.has(url)).toBe(true)
  expect(file?.cacheControl).toBe(cacheControl)
  expect(file?.answer.contentType).toBe(contentType)
  expect(file?.answer.body.toString()).toBe(text)
  expect(file?.answer.headers).toContain('Strict-Transport-Security')
  expect(files.get(url)).toBe(file)
})

it.each(['/terms.unknown', '/poster.png'])('leaves %s to Next, of a kind or size it streams', (url) => {
  expect(files.has(url)).toBe(true)
  expect(files.get(url)).toBeNull()
})

it.each([
  '/fonts/none.woff2',
  '/fonts',
  '/',
  '/_next/static/../BUILD_ID',
  '/_next/static/%2e%2e/BUILD_ID',
  '/../.next/BUILD_ID',
])('has nothing under %s', (url) => {
  expect(files.has(url)).toBe(false)
  expect(files.get(url)).toBeNull()
})

it('lets no drawing run scripts', () => {
  expect(files.get('/icon.svg')?.answer.headers.join()).toContain("script-src 'none'")
  expect(files.get('/favicon.ico')?.answer.headers.join()).not.toContain('script-src')
})

it('sees that a file is another, or gone', () => {
  write('public/apple.png', 'first')
  const fresh = openStaticFiles(root, { siteUrl: 'https://paper.example', since })
  const first = fresh.get('/apple.png')
  expect(first?.answer.body.toString()).toBe('first')
  expect(first?.answer.lastModified).toBeGreaterThan(since)
  write('public/next.png', 'again')
  renameSync(path.join(root, 'public/next.png'), path.join(root, 'public/apple.png'))
  const second = fresh.get('/apple.png')
  expect(second?.answer.body.toString()).toBe('again')
  expect(second?.answer.hash).not.toBe(first?.answer.hash)
  rmSync(path.join(root, 'public/apple.png'))
  expect(fresh.get('/apple.png')).toBeNull()
})
