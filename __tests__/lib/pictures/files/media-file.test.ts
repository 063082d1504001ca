import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { getMediaFile } from '#lib/pictures/files/media-file.ts'
import { createPaper } from '../../../support/paper.ts'

const paper = createPaper({
  'media/pier.jpg': 'JPEG',
  'media/2014/boat.PNG': 'PNG!',
  'media/drawing.svg': '<svg/>',
  'media/notes.txt': 'text',
  'media/.hidden.jpg': 'hidden',
  'posts/2014/trip.md': '# Trip',
  'posts/2014/pic.webp': 'WEBP',
  'site.yaml': 'name: x',
})
const outside = path.join(paper.contentDir, '..', 'secret.jpg')
const inMedia = (name: string) => path.join(paper.contentDir, 'media', name)
writeFileSync(outside, 'secret')
mkdirSync(inMedia('folder.jpg'))
symlinkSync(outside, inMedia('leak.jpg'))
symlinkSync('..', inMedia('up'))
symlinkSync(path.join(paper.contentDir, 'site.yaml'), inMedia('settings.jpg'))
symlinkSync(inMedia('pier.jpg'), inMedia('quay.jpg'))
symlinkSync(inMedia('loop.jpg'), inMedia('loop.jpg'))

afterAll(() => paper.close())

describe('getMediaFile', () => {
  it.each([
    [['pier.jpg'], 'media/pier.jpg', 'image/jpeg', 4],
    [['2014', 'boat.PNG'], 'media/2014/boat.PNG', 'image/png', 4],
    [['posts', '2014', 'pic.webp'], 'posts/2014/pic.webp', 'image/webp', 4],
    [['quay.jpg'], 'media/pier.jpg', 'image/jpeg', 4],
  ])('serves %j', async (segments, file, type, size) => {
    const media = await getMediaFile(paper.contentDir, segments)
    expect(media).toMatchObject({ file: path.join(paper.contentDir, file), type, size })
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
