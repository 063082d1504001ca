import { listProblems } from '#lib/index/problems.ts'
import { resolvePath } from '#lib/router/resolve-path.ts'
import { resolveRequest } from '#lib/router/resolve-request.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { GET } from '../../../app/%5Froot/[...path]/route.ts'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const NOW = new Date('2026-06-15T12:00:00Z')

const paper = setUpPaper({
  'posts/tide.md': toPostText({}),
  'pages/about.md': '---\ntitle: About\n---\nWe.\n',
  'root/ads.txt': 'ads.example, 1, DIRECT\n',
  'root/google123.html': 'google-site-verification: google123.html',
  'root/.well-known/security.txt': 'Contact: mailto:desk@paper.example\n',
  'root/.well-known/apple-app-site-association': '{"applinks":{}}',
  'root/favicon.ico': 'ICO',
  'root/Über uns.txt': 'We.\n',
  'root/.env': 'SECRET=1',
  'root/keep.txt~': 'old',
  'root/robots.txt': 'User-agent: *\nDisallow: /\n',
  'root/posts/tide': 'no story',
  'root/about': 'no page',
  'root/large.bin': 'x'.repeat(1_000_001),
  'media/wp-content/uploads/a.pdf': 'PDF',
  'wp-content/uploads/b.jpg': 'JPEG',
  'posts/2014/table.csv': 'a,b',
  'site.yaml': 'redirects: [{ from: /ads.txt, to: /about }, { from: /gone.txt, to: /about }]\n',
})

const ask = async (path: string) => {
  const params = Promise.resolve({ path: path.slice(1).split('/') })
  const response = await GET(new Request('http://localhost/'), { params })
  return [response.status, response.headers.get('content-type'), await response.text()]
}

it.each([
  ['/ads.txt', 'text/plain; charset=utf-8', 'ads.example, 1, DIRECT\n'],
  ['/google123.html', 'text/html; charset=utf-8', 'google-site-verification: google123.html'],
  ['/.well-known/security.txt', 'text/plain; charset=utf-8', 'Contact: mailto:desk@paper.example\n'],
  ['/.well-known/apple-app-site-association', 'application/json', '{"applinks":{}}'],
  ['/favicon.ico', 'image/x-icon', 'ICO'],
  ['/%C3%9Cber%20uns.txt', 'text/plain; charset=utf-8', 'We.\n'],
])('%s is served as it is', async (path, type, text) => {
  expect(await resolveRequest(path, false, NOW)).toEqual({
    kind: 'render',
    path: `/_root${path}`,
    status: 200,
  })
  expect(await ask(path)).toEqual([200, type, text])
})

it.each([
  ['/robots.txt', 'page'],
  ['/posts/tide', 'page'],
  ['/about', 'page'],
  ['/keep.txt~', 'missing'],
  ['/none', 'missing'],
  ['/_root/ads.txt', 'missing'],
])('%s is no file of root: %s', async (path, kind) => {
  expect((await resolvePath(path, NOW)).kind).toBe(kind)
})

it.each(['/.env', '/robots.txt', '/../site.yaml', '/..%2Fsite.yaml', '/large.bin', '/posts/tide', '/%ff'])(
  'the route of root files does not serve %s',
  async (path) => {
    expect((await ask(path))[0]).toBe(404)
  },
)

it('says which of them nobody will see', async () => {
  await resolvePath('/', NOW)
  const problems = listProblems(peekIndex()).map(({ file, message }) => `${file}: ${message}`)
  expect(problems).toEqual([
    'root/large.bin: has 1000001 bytes; files of root/ may have 1000000',
    'root/posts/tide: the site itself answers at /posts, so this file could not be seen',
    'root/robots.txt: the site itself answers at /robots.txt, so this file could not be seen',
  ])
})

it.each([
  ['/wp-content/uploads/a.pdf', '/media/wp-content/uploads/a.pdf'],
  ['/wp-content/uploads/b.jpg', '/media/wp-content/uploads/b.jpg'],
  ['/posts/2014/table.csv', '/media/posts/2014/table.csv'],
])('a file answers at its old address %s', async (path, target) => {
  expect(await resolvePath(path, NOW)).toEqual({ kind: 'moved', path: target, status: 308 })
})

it('follows the folder', async () => {
  paper.write('root/ads.txt', 'ads.example, 2, DIRECT\n')
  paper.write('root/gone.txt', 'here\n')
  paper.remove('root/google123.html')
  await paper.sync()
  expect(await ask('/ads.txt')).toEqual([200, 'text/plain; charset=utf-8', 'ads.example, 2, DIRECT\n'])
  expect(await resolvePath('/gone.txt', NOW)).toEqual({ kind: 'root' })
  expect((await ask('/google123.html'))[0]).toBe(404)
  paper.remove('root/gone.txt')
  await paper.sync()
  expect(await resolvePath('/gone.txt', NOW)).toEqual({ kind: 'moved', path: '/about', status: 308 })
})
