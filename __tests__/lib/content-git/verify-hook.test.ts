import { createHmac } from 'node:crypto'
import { isFromGitHost } from '#lib/content-git/verify-hook.ts'

const SECRET = 'a secret of the newsroom'
const BODY = '{"ref":"refs/heads/main"}'
const NOW = Date.UTC(2026, 0, 2)
const hex = createHmac('sha256', SECRET).update(BODY).digest('hex')
const standard = (id: string, seconds: number) => {
  const timestamp = String(NOW / 1000 - seconds)
  const signature = createHmac('sha256', SECRET).update(`${id}.${timestamp}.${BODY}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,other v1,${signature}` }
}

it('knows the example that GitHub publishes', () => {
  const headers = new Headers({
    'x-hub-signature-256': 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
  })
  expect(isFromGitHost(headers, 'Hello, World!', "It's a Secret to Everybody", NOW)).toBe(true)
})

it.each<[string, Record<string, string>]>([
  ['GitHub', { 'x-hub-signature-256': `sha256=${hex}` }],
  ['Forgejo', { 'x-forgejo-signature': hex }],
  ['Gitea', { 'x-gitea-signature': hex.toUpperCase() }],
  ['GitLab by its token', { 'x-gitlab-token': SECRET }],
  ['Standard Webhooks', standard('msg_1', 10)],
])('listens to %s', (_, headers) => {
  expect(isFromGitHost(new Headers(headers), BODY, SECRET, NOW)).toBe(true)
  expect(isFromGitHost(new Headers(headers), BODY, 'another secret of them', NOW)).toBe(false)
  const isSigned = !('x-gitlab-token' in headers)
  expect(isFromGitHost(new Headers(headers), `${BODY} `, SECRET, NOW)).toBe(!isSigned)
})

it.each<[string, Record<string, string>]>([
  ['nothing', {}],
  ['an empty signature', { 'x-hub-signature-256': '' }],
  ['SHA-1', { 'x-hub-signature': `sha1=${createHmac('sha1', SECRET).update(BODY).digest('hex')}` }],
  ['a part of it', { 'x-hub-signature-256': `sha256=${hex.slice(0, 32)}` }],
  ['an empty token', { 'x-gitlab-token': '' }],
  ['one of an hour ago', standard('msg_1', 3_600)],
  ['one from the future', standard('msg_1', -3_600)],
  ['no time', { ...standard('msg_1', 0), 'webhook-timestamp': 'soon' }],
])('does not listen to %s', (_, headers) => {
  expect(isFromGitHost(new Headers(headers), BODY, SECRET, NOW)).toBe(false)
})
