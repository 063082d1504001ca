import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { eventually } from '../support/eventually.ts'
import { makeJpeg } from '../support/hostile-pictures.ts'
import { createPaper, type Paper, toPostText } from '../support/paper.ts'
import { type SiteServer, startSite } from '../support/site-server.ts'

/** Pictures in front matter and in the text, a file beside a story and one of the root: nothing of it was asked for yet. */
async function openPaper(): Promise<Paper> {
  const paper = createPaper({
    'posts/tide.md': toPostText({ title: 'High water', image: '/media/quay.jpg' }, '![Boats](boats.jpg)\n'),
    'posts/known.md': toPostText({ title: 'Known', image: '/media/quay.jpg' }, 'See the [plan](plan.pdf).\n'),
    'root/ads.txt': 'packet.example, 1, DIRECT\n',
  })
  paper.write('media/quay.jpg', await makeJpeg(1600, 1000))
  paper.write('posts/boats.jpg', await makeJpeg(1200, 800, 60))
  paper.write('posts/plan.pdf', '%PDF-1.4\n')
  return paper
}

/** An instance alone, whose disk goes away in one of two ways. */
describe.each([
  ['is gone', () => {}],
  ['is an empty mount point', (folder: string) => void mkdirSync(folder)],
])('while the content folder %s', (_way, leave) => {
  let paper: Paper
  let site: SiteServer
  let picture: { derived: string; other: string }

  const ask = async (path: string) => {
    const response = await site.get(path)
    return { path, status: response.status, text: await response.text() }
  }
  const readStatus = async () => JSON.parse((await ask('/healthz')).text)

  beforeAll(async () => {
    paper = await openPaper()
    site = await startSite(paper)
    await eventually(async () => expect((await ask('/posts/known')).text).toContain('/media/p/'))
    const { text } = await ask('/posts/known')
    const [derived = '', other = ''] = new Set(text.match(/\/media\/p\/[\w/-]+\.(?:jpg|webp)/g))
    expect(other).not.toBe('')
    expect((await ask(derived)).status).toBe(200)
    picture = { derived, other }
    renameSync(paper.contentDir, `${paper.contentDir}-away`)
    leave(paper.contentDir)
    await eventually(async () => expect(await readStatus()).toMatchObject({ faults: ['content-missing'] }))
  })

  afterAll(async () => {
    await site.stop()
    paper.close()
  })

  it('every story is there, asked for before or not, with the pictures that were known', async () => {
    const story = await ask('/posts/tide')
    expect(story).toMatchObject({ status: 200 })
    expect(story.text).toContain('High water')
    expect(story.text).toMatch(/<picture class="picture[^>]*>.*\/media\/p\//s)
    const known = await ask('/posts/known')
    expect(known.text).toContain(picture.derived)
    expect(known.text).toContain('/media/posts/plan.pdf')
  })

  it('a picture that was made is sent; what is not known to be gone is not said to be', async () => {
    expect((await ask(picture.derived)).status).toBe(200)
    for (const path of [
      picture.other,
      '/media/quay.jpg',
      '/media/posts/plan.pdf',
      '/media/none.jpg',
      '/ads.txt',
    ]) {
      const response = await site.get(path)
      const { headers, status } = response
      await response.arrayBuffer()
      expect({ path, status }).toEqual({ path, status: 503 })
      expect([headers.get('retry-after'), headers.get('cache-control')]).toEqual(['5', 'no-store'])
    }
    expect((await ask('/posts/none')).status).toBe(404)
  })

  it('nothing of it is held against the files once they are back', async () => {
    rmSync(paper.contentDir, { recursive: true, force: true })
    renameSync(`${paper.contentDir}-away`, paper.contentDir)
    for (const path of [picture.other, '/media/quay.jpg', '/media/posts/plan.pdf', '/ads.txt'])
      expect(await ask(path)).toMatchObject({ path, status: 200 })
    await eventually(async () => expect(await readStatus()).toMatchObject({ status: 'ok', problems: 0 }))
    await eventually(async () =>
      expect((await ask('/posts/tide')).text.split('/media/p/').length).toBeGreaterThan(4),
    )
    expect(site.output()).not.toMatch(/picture is not shown|ENOENT.*scandir/)
  })
})
