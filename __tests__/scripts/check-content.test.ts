import { spawnSync } from 'node:child_process'
import sharp from 'sharp'
import { createPaper, type Paper, toPostText } from '../support/paper.ts'

let paper: Paper
beforeEach(() => {
  paper = createPaper()
})
afterEach(() => paper.close())

function check() {
  const env = { ...process.env, CONTENT_DIR: paper.contentDir }
  const { stdout, status } = spawnSync(process.execPath, ['scripts/check-content.ts'], {
    env,
    encoding: 'utf8',
  })
  return { lines: stdout.split('\n').filter((line) => line !== ''), status }
}

it('prints every problem of settings, files and local pictures, and asks no other site for anything', async () => {
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#468' } })
    .png()
    .toBuffer()
  paper.write('media/quay.png', picture)
  paper.write('media/text.png', 'not a picture')
  paper.write('media/plan.svg', '<svg/>')
  paper.write('site.yaml', 'timeZone: Europe/Londn\npagesize: 10\n')
  paper.write('posts/a.md', toPostText({ image: '/media/nope.png' }))
  paper.write('posts/b.md', toPostText({ image: '/media/Quay.png' }))
  paper.write('posts/c.md', toPostText({ image: '/media/plan.svg' }))
  paper.write('posts/d.md', toPostText({}, '![x](/media/text.png) ![y](/media/quay.png)'))
  paper.write('posts/e.md', toPostText({ image: 'http://127.0.0.1:9/never-asked-for.png' }))
  paper.write('posts/f (1).md', toPostText({}))
  paper.write('posts/f.md', toPostText({ unlisted: 'true' }))
  paper.write('pages/about.md', '---\ntitle: About\n---\n![x](/media/none.png)')
  const { lines, status } = check()
  expect(status).toBe(1)
  expect(lines.map((line) => line.replace(/ \(found.*$/, ''))).toEqual([
    'pages/about.md:1: warning: a picture is not shown: there is no such picture',
    'posts/a.md:1: warning: a picture is not shown: there is no such picture',
    'posts/b.md:1: warning: a picture is not shown: there is no such picture, but one called quay.png',
    'posts/c.md:1: warning: a picture is not shown: SVG pictures are not shown; save it as PNG or JPEG',
    'posts/d.md:1: warning: a picture is not shown: it is not a JPEG, PNG, GIF, WebP or AVIF picture',
    'posts/f (1).md:1: warning: is by its name a copy of another file and is not published',
    'posts/f.md:4: warning: unlisted: this says that the story is not for everybody; the story was kept as a draft',
    'site.yaml:1: error: timeZone: not a time zone; write the name of a region, such as Europe/London, or UTC',
    'site.yaml:2: error: pagesize: there is no such setting',
  ])
})

it('has nothing to say of a paper that is in order', () => {
  paper.write('posts/a.md', toPostText({}))
  expect(check()).toEqual({ lines: [], status: 0 })
})
