import { spawnSync } from 'node:child_process'
import { createPaper, toPostText } from '../support/paper.ts'
import { readHtml } from '../support/read-html.ts'
import { setUpSite } from '../support/site-server.ts'

const PREVIEW_SECRET = 'a secret of the newsroom'

const paper = createPaper({
  'posts/draft.md': toPostText({ title: 'Half written', draft: 'true' }, 'Words to come.\n'),
  'posts/future.md': toPostText({ title: 'Tomorrow’s story', date: '2199-01-01' }),
  'posts/live.md': toPostText({ title: 'Live' }),
})
const site = setUpSite(paper, { PREVIEW_SECRET })

function runPreviewLink(asked: string[], env: Record<string, string> = { PREVIEW_SECRET }) {
  const { CONTENT_DIR, DATA_DIR } = { CONTENT_DIR: paper.contentDir, DATA_DIR: paper.dataDir }
  return spawnSync(process.execPath, ['scripts/preview-link.ts', ...asked], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR, DATA_DIR, SITE_URL: site.url, ...env },
  })
}

it.each([
  ['a slug', 'draft', 'Half written', 'This story is a draft.'],
  ['a path in the content folder', 'posts/draft.md', 'Half written', 'This story is a draft.'],
  [
    'a path from here',
    `${paper.contentDir}/posts/future.md`,
    'Tomorrow’s story',
    'This story will be published on',
  ],
])('shows a story named by %s, marked and kept from machines', async (_name, asked, title, notice) => {
  const { stdout, status } = runPreviewLink([asked])
  expect(status).toBe(0)
  const response = await fetch(stdout.trim())
  const html = await response.text()
  const page = readHtml(html, site.url)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toContain('no-store')
  expect(html).not.toContain('<script src="/_next')
  expect(page.meta.robots).toContain('noindex')
  expect(page.text('h1')).toBe(title)
  expect(html.replaceAll(/<!--.*?-->/g, '')).toContain(notice)
})

it('is a 404 when the link is altered, and the story stays unseen', async () => {
  const link = runPreviewLink(['draft']).stdout.trim()
  const altered = [
    link.replace('/draft/', '/future/'),
    link.replace(/.$/, '~'),
    link.replace(/\/\d+\//, '/4102444800/'),
  ]
  for (const url of altered) expect((await fetch(url)).status).toBe(404)
  expect((await site.get('/posts/draft')).status).toBe(404)
  expect(await (await site.get('/')).text()).not.toContain('Half written')
})

it.each([
  ['nothing is asked for', [], { PREVIEW_SECRET }, 'Say which story'],
  ['there is no secret', ['draft'], { PREVIEW_SECRET: '' }, 'Set PREVIEW_SECRET'],
  ['the secret is short', ['draft'], { PREVIEW_SECRET: 'short' }, 'at least 16 characters'],
  ['nobody knows the story', ['none'], { PREVIEW_SECRET }, 'No story is called none'],
])('says what to mend when %s', (_name, asked, env, message) => {
  const { stderr, status } = runPreviewLink(asked, env)
  expect(status).toBe(1)
  expect(stderr).toContain(message)
  expect(stderr).not.toContain('    at ')
})
