import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { signStandardWebhook } from '#lib/http/standard-webhook.ts'
import { eventually } from '../support/eventually.ts'
import { toPostText } from '../support/paper.ts'
import { type SiteServer, startSite } from '../support/site-server.ts'

const SECRET = 'a secret of the newsroom alone'
const BODY = JSON.stringify({ ref: 'refs/heads/main' })

const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-git-site-'))
const [bare, desk] = [path.join(folder, 'paper.git'), path.join(folder, 'desk')]
let site: SiteServer

function git(cwd: string, ...args: string[]): void {
  const author = ['-c', 'user.name=Desk', '-c', 'user.email=desk@paper.example']
  execFileSync('git', [...author, ...args], { cwd, stdio: 'pipe' })
}

function push(name: string): void {
  writeFileSync(path.join(desk, 'content/posts', `${name}.md`), toPostText({ title: name }))
  git(desk, 'add', '--all')
  git(desk, 'commit', '--quiet', '--message', name)
  git(desk, 'push', '--quiet', 'origin', 'HEAD:main')
}

const callHook = (headers: Record<string, string>) =>
  fetch(`${site.url}/hooks/content`, { method: 'POST', headers, body: BODY })

beforeAll(async () => {
  mkdirSync(path.join(desk, 'content/posts'), { recursive: true })
  git(folder, 'init', '--quiet', '--bare', '--initial-branch', 'main', bare)
  git(desk, 'init', '--quiet', '--initial-branch', 'main')
  git(desk, 'remote', 'add', 'origin', bare)
  push('first')
  site = await startSite(
    { contentDir: 'content', dataDir: path.join(folder, 'data') },
    { CONTENT_GIT: `${bare}#main`, CONTENT_GIT_SECONDS: '3600', HOOK_SECRET: SECRET, LOG: 'off' },
  )
})

afterAll(async () => {
  await site.stop()
  rmSync(folder, { recursive: true })
})

function signAsGitHub(): Record<string, string> {
  return { 'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET).update(BODY).digest('hex')}` }
}

function signByStandard(): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1_000))
  const signature = signStandardWebhook(SECRET, 'msg_1', timestamp, BODY)
  return { 'webhook-id': 'msg_1', 'webhook-timestamp': timestamp, 'webhook-signature': signature }
}

it.each([
  ['github', signAsGitHub],
  ['gitlab', () => ({ 'x-gitlab-token': SECRET })],
  ['standard', signByStandard],
])('what is pushed is live when the webhook of %s says so', async (name, sign) => {
  push(name)
  expect((await site.get(`/posts/${name}`)).status).toBe(404)
  expect((await callHook(sign())).status).toBe(202)
  await eventually(async () => expect((await site.get(`/posts/${name}`)).status).toBe(200))
})

it('a message that nobody signed is refused', async () => {
  expect((await callHook({})).status).toBe(403)
  expect((await callHook({ 'x-gitlab-token': 'another secret altogether' })).status).toBe(403)
})
