import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { GET } from '../../app/media/[...path]/route.ts'
import { toPostText } from '../support/paper.ts'
import { setUpPaper } from '../support/test-paper.ts'

const paper = setUpPaper({
  'media/the pier.jpg': 'JPEG',
  'media/tide.mp3': '0123456789',
  'media/drawing.svg': '<svg/>',
  'media/report.pdf': 'PDF',
  'media/empty.txt': '',
  'site.yaml': 'name: x',
  'posts/scoop/index.md': toPostText({ title: 'Scoop', draft: 'true' }),
  'posts/scoop/evidence/deed.pdf': 'PDF',
  'posts/later.md': toPostText({ title: 'Later', date: '2999-01-01' }),
  'posts/later/deed.pdf': 'PDF',
  'posts/known/index.md': toPostText({ title: 'Known' }),
  'posts/known/index.fr.md': toPostText({ title: 'Connu', draft: 'true' }),
  'posts/known/deed.pdf': 'PDF',
  'posts/2026/draft.md': toPostText({ title: 'Draft', draft: 'true' }),
  'posts/2026/map.pdf': 'PDF',
})

const get = (name: string, headers: Record<string, string> = {}, method = 'GET') =>
  GET(new Request(`http://localhost/media/${name}`, { headers, method }))

describe('a file', () => {
  it('is served as what it is, for an hour', async () => {
    const response = await get('the%20pier.jpg')
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('JPEG')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': '4',
      'cache-control': 'public, max-age=3600',
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'last-modified': expect.stringMatching(/GMT$/),
    })
  })

  it('is not sent again to a reader who has it', async () => {
    const { headers } = await get('the%20pier.jpg')
    const again = await get('the%20pier.jpg', { 'if-none-match': headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('etag')).toBe(headers.get('etag'))
  })

  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=4-', 206, '456789', 'bytes 4-9/10'],
    ['bytes=20-', 416, '', 'bytes */10'],
    ['bytes=0-1,4-5', 200, '0123456789', null],
  ])('is sent in part for %s', async (range, status, text, contentRange) => {
    const response = await get('tide.mp3', { range })
    expect([response.status, await response.text()]).toEqual([status, text])
    expect(response.headers.get('content-range')).toBe(contentRange)
    expect(response.headers.get('content-length')).toBe(String(text.length))
  })

  it('is sent in part only to a reader who has another part of the same', async () => {
    const { headers } = await get('tide.mp3')
    const ask = async (ifRange: string) =>
      (await get('tide.mp3', { range: 'bytes=0-3', 'if-range': ifRange })).status
    expect(await ask(headers.get('etag') ?? '')).toBe(206)
    expect(await ask(headers.get('last-modified') ?? '')).toBe(206)
    expect(await ask(`W/${headers.get('etag')}`)).toBe(200)
    expect(await ask('"another"')).toBe(200)
    writeFileSync(path.join(paper.contentDir, 'media/tide.mp3'), 'another film')
    expect(await ask(headers.get('etag') ?? '')).toBe(200)
  })

  it('has no body for HEAD, and no part', async () => {
    const response = await get('tide.mp3', { range: 'bytes=0-3' }, 'HEAD')
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(response.headers.get('content-length')).not.toBe('4')
  })

  it.each([
    ['drawing.svg', 'attachment'],
    ['report.pdf', null],
    ['the%20pier.jpg', null],
  ])('%s is saved and not opened where it could run: %s', async (name, disposition) => {
    expect((await get(name)).headers.get('content-disposition')).toBe(disposition)
  })

  it('may be empty', async () => {
    const response = await get('empty.txt')
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  it.each([
    'nothing.jpg',
    '..%2Fsite.yaml',
    '%2e%2e%2fmedia%2fthe%20pier.jpg',
    '%2Fetc%2Fx.jpg',
    'the%20pier.jpg%00.png',
    '%ff.jpg',
    'posts/known/index.md',
  ])('is not found at %s', async (name) => {
    expect((await get(name)).status).toBe(404)
  })
})

describe('a file beside a story', () => {
  it.each([
    ['in the folder of a draft', 'posts/scoop/evidence/deed.pdf', 404],
    ['in the folder by the name of a story to come', 'posts/later/deed.pdf', 404],
    ['in the folder of a story that one language shows', 'posts/known/deed.pdf', 200],
    ['in a folder of several stories', 'posts/2026/map.pdf', 200],
  ])('%s', async (_, name, status) => {
    expect((await get(name)).status).toBe(status)
  })

  it('is served once the story is', async () => {
    paper.write('posts/scoop/index.md', toPostText({ title: 'Scoop' }))
    await paper.sync()
    expect((await get('posts/scoop/evidence/deed.pdf')).status).toBe(200)
  })
})
