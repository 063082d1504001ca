import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findContentFile } from '#lib/files/content-file.ts'
import { getMediaFile } from '#lib/pictures/files/media-file.ts'
import { createPaper } from '../../support/paper.ts'

const paper = createPaper({
  'media/pier.jpg': 'JPEG',
  'media/2014/boat.PNG': 'PNG!',
  'media/drawing.svg': '<svg/>',
  'media/notes.txt': 'text',
  'media/.hidden.jpg': 'hidden',
  'wp-content/uploads/2013/a.jpg': 'OLD',
  'wp-content/plugins/settings.php': 'no',
  'wp-content/data.json': 'no',
  'wp-content/minutes.pdf': 'PDF',
  '_drafts/scoop.pdf': 'no',
  'root/ads.txt': 'no',
  'node_modules/a/logo.png': 'no',
  'media/minutes.pdf': 'PDF',
  'media/tide.MP3': 'MP3',
  'media/page.html': '<script>',
  'media/no-ending': 'bytes',
  'media/.well-known/a.txt': 'no',
  'media/#recycle/a.txt': 'no',
  'media/story.md': '# Story',
  'posts/2014/trip.md': '# Trip',
  'posts/2014/table.csv': 'a,b',
  'posts/2014/scoop.docx': 'a draft',
  'posts/2014/2026-12-01-scoop.html': 'a draft',
  'posts/2014/trip.md.bak': 'a draft',
  'posts/2014/trip.md.txt': 'a draft',
  'README.pdf': 'no',
  'posts/2014/pic.webp': 'WEBP',
  'site.yaml': 'name: x',
  'static/images/chart.png': 'HUGO',
  'public/img/hero.jpg': 'ASTRO',
  'source/pictures/mole.gif': 'HEXO',
  'assets/img/sluice.png': 'JEKYLL',
  'static/app.js': 'no',
  'posts/2014/attachments/Pasted image 1.png': 'OBSIDIAN',
  'attachments/Pasted image 2.png': 'VAULT',
  'posts/2015/img/gauge.png': 'BUNDLE',
})
const outside = path.join(paper.contentDir, '..', 'secret.jpg')
const inMedia = (name: string) => path.join(paper.contentDir, 'media', name)
writeFileSync(outside, 'secret')
mkdirSync(inMedia('folder.jpg'))
symlinkSync(outside, inMedia('leak.jpg'))
symlinkSync('..', inMedia('up'))
symlinkSync(path.join(paper.contentDir, 'site.yaml'), inMedia('settings.jpg'))
symlinkSync(inMedia('pier.jpg'), inMedia('quay.jpg'))
symlinkSync(path.join(paper.contentDir, 'posts/2014/trip.md'), inMedia('story.txt'))
symlinkSync(path.join(paper.contentDir, 'site.yaml'), inMedia('settings.txt'))
symlinkSync(inMedia('loop.jpg'), inMedia('loop.jpg'))

afterAll(() => paper.close())

describe('pictures', () => {
  it.each([
    [['pier.jpg'], 'media/pier.jpg', 'image/jpeg', 4],
    [['2014', 'boat.PNG'], 'media/2014/boat.PNG', 'image/png', 4],
    [['posts', '2014', 'pic.webp'], 'posts/2014/pic.webp', 'image/webp', 4],
    [['wp-content', 'uploads', '2013', 'a.jpg'], 'wp-content/uploads/2013/a.jpg', 'image/jpeg', 3],
    [['quay.jpg'], 'media/pier.jpg', 'image/jpeg', 4],
    [['images', 'chart.png'], 'static/images/chart.png', 'image/png', 4],
    [['img', 'hero.jpg'], 'public/img/hero.jpg', 'image/jpeg', 5],
    [['pictures', 'mole.gif'], 'source/pictures/mole.gif', 'image/gif', 4],
    [['img', 'sluice.png'], 'assets/img/sluice.png', 'image/png', 6],
    [['posts', 'assets', 'img', 'sluice.png'], 'assets/img/sluice.png', 'image/png', 6],
    [['posts', '2014', 'media', 'pier.jpg'], 'media/pier.jpg', 'image/jpeg', 4],
    [['posts', '@', 'assets', 'img', 'sluice.png'], 'assets/img/sluice.png', 'image/png', 6],
    [['posts', '~', 'assets', 'img', 'sluice.png'], 'assets/img/sluice.png', 'image/png', 6],
    [['blog', 'wp-content', 'uploads', '2013', 'a.jpg'], 'wp-content/uploads/2013/a.jpg', 'image/jpeg', 3],
    [['posts', '2014', 'Pasted image 1.png'], 'posts/2014/attachments/Pasted image 1.png', 'image/png', 8],
    [['posts', '2014', 'Pasted image 2.png'], 'attachments/Pasted image 2.png', 'image/png', 5],
    [['2015', 'img', 'gauge.png'], 'posts/2015/img/gauge.png', 'image/png', 6],
  ])('serves %j', async (segments, file, type, size) => {
    const media = await getMediaFile(paper.contentDir, segments)
    expect(media).toMatchObject({ file: path.join(paper.contentDir, file), media: { type }, size })
  })

  it.each([
    ['a path that climbs', ['..', 'secret.jpg']],
    ['a path that climbs out of a room', ['posts', '..', '..', 'secret.jpg']],
    ['a slash inside a segment', ['../../secret.jpg']],
    ['a backslash inside a segment', ['..\\secret.jpg']],
    ['a NUL', ['pier.jpg\0.png']],
    ['a link that leaves the folder', ['leak.jpg']],
    ['a link to what is no picture', ['settings.jpg']],
    ['a link that never ends', ['loop.jpg']],
    ['a folder', ['folder.jpg']],
    ['a hidden file', ['.hidden.jpg']],
    ['a drawing that can carry scripts', ['drawing.svg']],
    ['words', ['posts', '2014', 'trip.md']],
    ['text', ['notes.txt']],
    ['a file below a file', ['pier.jpg', 'pier.jpg']],
    ['what is not there', ['nothing.jpg']],
    ['a picture of the same name elsewhere', ['posts', '2014', 'pier.jpg']],
    ['a path of many folders', [...'abcdefghijkl', 'images', 'chart.png']],
    ['a name beyond length', [`${'x'.repeat(5000)}.jpg`]],
    ['an empty segment', ['', 'pier.jpg']],
    ['nothing at all', []],
  ])('refuses %s', async (_what, segments) => {
    expect(await getMediaFile(paper.contentDir, segments)).toBeNull()
  })

  it('tells a changed picture by its tag', async () => {
    const before = await getMediaFile(paper.contentDir, ['pier.jpg'])
    paper.write('media/pier.jpg', 'another JPEG')
    const after = await getMediaFile(paper.contentDir, ['pier.jpg'])
    expect(after?.etag).not.toBe(before?.etag)
  })
})

describe('files', () => {
  it.each([
    [['minutes.pdf'], 'media/minutes.pdf', 'application/pdf', false],
    [['tide.MP3'], 'media/tide.MP3', 'audio/mpeg', false],
    [['notes.txt'], 'media/notes.txt', 'text/plain; charset=utf-8', false],
    [['drawing.svg'], 'media/drawing.svg', 'image/svg+xml', true],
    [['page.html'], 'media/page.html', 'text/html; charset=utf-8', true],
    [['story.md'], 'media/story.md', 'text/markdown; charset=utf-8', true],
    [['no-ending'], 'media/no-ending', 'application/octet-stream', true],
    [['posts', '2014', 'table.csv'], 'posts/2014/table.csv', 'text/csv; charset=utf-8', true],
    [['wp-content', 'minutes.pdf'], 'wp-content/minutes.pdf', 'application/pdf', false],
  ])('serves %j', async (segments, file, type, isSaved) => {
    const found = await findContentFile(paper.contentDir, segments)
    expect(found).toMatchObject({ path: file, media: { type, isSaved } })
  })

  it.each([
    ['a story', ['posts', '2014', 'trip.md']],
    ['a story in another format', ['posts', '2014', 'scoop.docx']],
    ['a story as a page of old', ['posts', '2014', '2026-12-01-scoop.html']],
    ['a story with another ending', ['posts', '2014', 'trip.md.txt']],
    ['what an editor kept of a story', ['posts', '2014', 'trip.md.bak']],
    ['a story by the name of a file', ['story.txt']],
    ['settings by the name of a file', ['settings.txt']],
    ['the settings', ['up', 'site.yaml']],
    ['a story by a link to the folder', ['up', 'posts', '2014', 'trip.md']],
    ['a program of another program', ['wp-content', 'plugins', 'settings.php']],
    ['another program’s scripts', ['app.js']],
    ['data of another program', ['wp-content', 'data.json']],
    ['another program’s folder of drafts', ['_drafts', 'scoop.pdf']],
    ['what is served at the top of the site', ['root', 'ads.txt']],
    ['a folder of the system', ['node_modules', 'a', 'logo.png']],
    ['a bin', ['#recycle', 'a.txt']],
    ['a hidden folder', ['.well-known', 'a.txt']],
    ['what lies at the top of the content folder', ['README.pdf']],
    ['a folder', ['2014']],
  ])('refuses %s', async (_what, segments) => {
    expect(await findContentFile(paper.contentDir, segments)).toBeNull()
  })
})
