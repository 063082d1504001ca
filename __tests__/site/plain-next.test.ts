import { type ChildProcess, spawn } from 'node:child_process'
import { eventually } from '../support/eventually.ts'
import { fetchRaw } from '../support/fetch-raw.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import { findFreePort } from '../support/site-server.ts'

const paper = createPaper({
  'posts/tide.md': toPostText({ title: 'High water' }),
  'posts/draft.md': toPostText({ title: 'Not for print', draft: 'true' }),
})
let url: string
let child: ChildProcess

beforeAll(async () => {
  const port = await findFreePort()
  url = `http://localhost:${port}`
  child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-p', String(port)], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      CONTENT_DIR: paper.contentDir,
      DATA_DIR: paper.dataDir,
      PORT: String(port),
    },
    stdio: 'ignore',
  })
  await eventually(async () => expect((await fetch(`${url}/healthz`)).status).toBe(200))
})
afterAll(async () => {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
  paper.close()
})

it.each([
  ['/', 200, 'High water'],
  ['/posts/tide', 200, 'The tide came in.'],
  ['/archive', 200, '2026'],
  ['/posts/none', 404, 'Not in this paper'],
])('plain next start answers %s with %d', async (path, status, text) => {
  const answer = await fetchRaw(url + path)
  expect(answer.status).toBe(status)
  expect(answer.body.toString()).toContain(text)
})

it('sends what headers fit every page', async () => {
  const { headers } = await fetchRaw(`${url}/posts/tide`)
  expect(headers).toMatchObject({
    'content-security-policy':
      "base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'self'",
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
  })
  expect(headers['x-powered-by']).toBeUndefined()
})

it('shows a change within a second, from Next’s own cache', async () => {
  await fetchRaw(`${url}/posts/tide`)
  paper.write('posts/tide.md', toPostText({ title: 'Low water' }))
  await eventually(async () =>
    expect((await fetchRaw(`${url}/posts/tide`)).body.toString()).toContain('Low water'),
  )
})

it.each(['/posts/draft', '/posts/none', '/preview/draft/99999999999/none'])(
  '%s shows no story to whoever says to be an editor',
  async (path) => {
    const headers = { cookie: '__prerender_bypass=0123456789abcdef0123456789abcdef' }
    const { status, body } = await fetchRaw(url + path, { headers })
    expect(status).toBe(404)
    expect(body.toString()).not.toContain('Not for print')
  },
)
