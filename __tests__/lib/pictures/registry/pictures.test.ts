import { truncateSync } from 'node:fs'
import path from 'node:path'
import { getRevision, getRevisionOfTags } from '#lib/freshness/revision.ts'
import { listProblems } from '#lib/index/problems.ts'
import { toPictureKey } from '#lib/pictures/derive/picture-key.ts'
import { refreshPictures } from '#lib/pictures/registry/picture-changes.ts'
import { findPicture, getPictureState, listDuePictures } from '#lib/pictures/registry/pictures.ts'
import { getPost } from '#lib/queries/queries.ts'
import { renderPost } from '#lib/queries/render/render-text.ts'
import { getShownPicture } from '#lib/queries/shown-picture.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { makeGif, makeJpeg } from '../../../support/hostile-pictures.ts'
import { toPostText } from '../../../support/paper.ts'
import { setUpPaper } from '../../../support/test-paper.ts'

const NOW = new Date('2026-06-01T12:00:00Z')
const LATER = new Date('2030-01-01T00:00:00Z')
const WHOLE = { shape: 'whole', least: 320, most: 1600 } as const

const paper = setUpPaper({
  'posts/pier.md': toPostText({ image: '/media/pier.jpg', expires: '2029-01-01' }, '![Moving](moving.gif)\n'),
  'posts/draft.md': toPostText({ title: 'Draft', draft: 'true', image: '/media/secret.jpg' }),
  'posts/far.md': toPostText({ title: 'Far', image: 'https://pictures.example/far.jpg' }),
  'posts/missing.md': toPostText({ title: 'Missing', image: '/media/none.jpg' }),
})

const getState = (source: string) => getPictureState(peekIndex(), source)
const getKey = (source: string) => toPictureKey(getState(source)?.known?.hash ?? '', null)

beforeAll(async () => {
  paper.write('media/pier.jpg', await makeJpeg(900, 600))
  paper.write('media/secret.jpg', await makeJpeg(90, 60))
  paper.write('posts/moving.gif', makeGif(3, 300))
})

describe('a picture of the content folder', () => {
  it('is known by the time a page is made of its story', async () => {
    await getPost('pier', NOW)
    const known = getState('/media/pier.jpg')?.known
    expect(known).toMatchObject({ width: 900, height: 600, frames: 1 })
    const shown = getShownPicture({ src: '/media/pier.jpg', focalPoint: null }, 'posts/pier.md', WHOLE)
    expect(shown).toMatchObject({ kind: 'set', set: { width: 900, height: 600 } })
  })

  it('answers at its address as long as its story is live, and no longer', () => {
    const key = getKey('/media/pier.jpg')
    expect(findPicture(peekIndex(), key, NOW)?.known.source).toBe('/media/pier.jpg')
    expect(findPicture(peekIndex(), key, LATER)).toBeNull()
    expect(findPicture(peekIndex(), 'f'.repeat(20), NOW)).toBeNull()
  })

  it('is nobody’s while only a draft names it', async () => {
    await getPost('draft', NOW)
    expect(getState('/media/secret.jpg')).toBeNull()
  })

  it('plays in a text as it is when it moves', async () => {
    const post = await getPost('pier', NOW)
    if (post === null) throw new Error('no story')
    const { html } = await renderPost(post, NOW)
    expect(html).toContain('<picture><img src="/media/posts/moving.gif" alt="Moving"')
    expect(html).toContain('width="300" height="300"')
  })

  it('changes every page that shows it when its file changes', async () => {
    const before = getKey('/media/pier.jpg')
    const revision = getRevision(peekIndex())
    paper.write('media/pier.jpg', await makeJpeg(1200, 600, 20))
    await refreshPictures(peekIndex())
    expect(getRevisionOfTags(peekIndex(), ['post:pier'])).toBeGreaterThan(revision)
    expect(getRevisionOfTags(peekIndex(), ['all:'])).toBeGreaterThan(revision)
    expect(getState('/media/pier.jpg')?.known).toMatchObject({ width: 1200, height: 600 })
    expect(findPicture(peekIndex(), before, NOW)).toBeNull()
  })

  it('is reported once where it is missing, until it comes', async () => {
    await getPost('missing', NOW)
    await getPost('missing', NOW)
    const of = { file: 'posts/missing.md', step: 'picture' } as const
    expect(listProblems(peekIndex(), of)).toMatchObject([
      { found: '/media/none.jpg', message: 'a picture is not shown: there is no such picture' },
    ])
    paper.write('media/none.jpg', await makeJpeg(60, 40))
    await refreshPictures(peekIndex())
    expect(listProblems(peekIndex(), of)).toEqual([])
    expect(getState('/media/none.jpg')?.known).toMatchObject({ width: 60 })
  })

  it('stays at its address while another file with the same bytes is named', async () => {
    const bytes = await makeJpeg(640, 400, 77)
    paper.write('media/one.jpg', bytes)
    paper.write('media/two.jpg', bytes)
    paper.write('posts/one.md', toPostText({ title: 'One', image: '/media/one.jpg' }))
    paper.write('posts/two.md', toPostText({ title: 'Two', image: '/media/two.jpg' }))
    await paper.sync()
    await getPost('one', NOW)
    await getPost('two', NOW)
    const key = getKey('/media/one.jpg')
    expect(getKey('/media/two.jpg')).toBe(key)
    paper.remove('posts/one.md')
    await paper.sync()
    expect(findPicture(peekIndex(), key, NOW)?.known.source).toBe('/media/two.jpg')
  })

  it('goes with the story that named it', async () => {
    const key = getKey('/media/pier.jpg')
    await getPost('pier', NOW)
    paper.remove('posts/pier.md')
    await paper.sync()
    expect(findPicture(peekIndex(), key, NOW)).toBeNull()
  })
})

describe('what cannot be read', () => {
  it('is reported, and the page stands', async () => {
    paper.write('posts/huge.md', toPostText({ title: 'Huge', image: '/media/huge.jpg' }))
    paper.write('media/huge.jpg', 'x')
    truncateSync(path.join(paper.contentDir, 'media/huge.jpg'), 101_000_000)
    await paper.sync()
    expect(await getPost('huge', NOW)).toMatchObject({ title: 'Huge' })
    expect(listProblems(peekIndex(), { file: 'posts/huge.md', step: 'picture' })).toMatchObject([
      { message: 'a picture is not shown: it is larger than 100 MB' },
    ])
  })

  it('keeps no other story out of the paper: half a character in its name', async () => {
    paper.write('posts/half.md', toPostText({ title: 'Half', image: '"/media/\\ud800.jpg"' }))
    await paper.sync()
    expect(await getPost('half', NOW)).toMatchObject({ title: 'Half' })
    expect(listProblems(peekIndex(), { file: 'posts/half.md', step: 'picture' })).toHaveLength(1)
  })
})

describe('a picture of another site', () => {
  it('is awaited: nothing is fetched while a page is made', async () => {
    await getPost('far', NOW)
    const shown = getShownPicture(
      { src: 'https://pictures.example/far.jpg', focalPoint: null },
      'posts/far.md',
      WHOLE,
    )
    expect(shown).toEqual({ kind: 'awaited' })
    expect(listDuePictures(peekIndex(), new Date(), 9)).toEqual(['https://pictures.example/far.jpg'])
  })
})
