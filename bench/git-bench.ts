import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { generatePost, generatePosts } from './generate-posts.ts'
import { startProcess } from './site-process.ts'
import { describeLatencies } from './statistics.ts'

const POSTS = Number(process.env.POSTS ?? 10_000)
const PUSHES = Number(process.env.PUSHES ?? 20)
const MAX_LIVE_MS = 60_000
const SECRET = 'a secret of the bench alone'

/** From `git push` to live: a bare repository on this machine, whose host calls /hooks/content when a push has arrived. */
export async function runBench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-git-bench-'))
  const [bare, desk] = [path.join(folder, 'paper.git'), path.join(folder, 'desk')]
  try {
    mkdirSync(desk)
    git(folder, 'init', '--quiet', '--bare', '--initial-branch', 'main', bare)
    git(desk, 'init', '--quiet', '--initial-branch', 'main')
    git(desk, 'remote', 'add', 'origin', bare)
    generatePosts(path.join(desk, 'content'), POSTS)
    commitAndPush(desk, 'All stories')
    console.log(`a repository of ${POSTS} posts of 5 kB`)
    const site = await startProcess('content', path.join(folder, 'data'), {
      CONTENT_GIT: `${bare}#main`,
      CONTENT_GIT_SECONDS: '3600',
      HOOK_SECRET: SECRET,
    })
    console.log(`start, with the clone and the first index: ${site.startSeconds.toFixed(1)} s`)
    try {
      await reportPushes(site.url, desk)
    } finally {
      await site.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function reportPushes(url: string, desk: string): Promise<void> {
  const [pushes, lives]: [number[], number[]] = [[], []]
  for (let number = 0; number < PUSHES; number += 1) {
    const { pushMs, liveMs } = await measurePush(url, desk, number)
    pushes.push(pushMs)
    lives.push(liveMs)
  }
  console.log(`${PUSHES} pushes, from \`git push\` to live:  ${describeLatencies(lives)}`)
  console.log(`of that, until git says that it is pushed: ${describeLatencies(pushes)}`)
}

async function measurePush(
  url: string,
  desk: string,
  number: number,
): Promise<{ pushMs: number; liveMs: number }> {
  const name = `pushed-${number}`
  const text = generatePost(POSTS + number, new Date('2026-01-02'))
  writeFileSync(path.join(desk, 'content/posts', `${name}.md`), text)
  git(desk, 'add', '--all')
  git(desk, 'commit', '--quiet', '--message', name)
  const started = performance.now()
  git(desk, 'push', '--quiet', 'origin', 'HEAD:main')
  const pushMs = performance.now() - started
  await callHook(url)
  while (!(await isLive(`${url}/posts/${name}`))) {
    if (performance.now() - started > MAX_LIVE_MS) throw new Error(`${name} was never live.`)
    await wait(10)
  }
  return { pushMs, liveMs: performance.now() - started }
}

/** What GitHub and Forgejo send. */
async function callHook(url: string): Promise<void> {
  const body = JSON.stringify({ ref: 'refs/heads/main' })
  const signature = createHmac('sha256', SECRET).update(body).digest('hex')
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` }
  const { status } = await fetch(`${url}/hooks/content`, { method: 'POST', headers, body })
  if (status !== 202) throw new Error(`The webhook was answered ${status}.`)
}

async function isLive(url: string): Promise<boolean> {
  const response = await fetch(url)
  await response.arrayBuffer()
  return response.status === 200
}

function commitAndPush(desk: string, message: string): void {
  git(desk, 'add', '--all')
  git(desk, 'commit', '--quiet', '--message', message)
  git(desk, 'push', '--quiet', 'origin', 'HEAD:main')
}

function git(cwd: string, ...args: string[]): void {
  const author = ['-c', 'user.name=Desk', '-c', 'user.email=desk@paper.example']
  execFileSync('git', [...author, ...args], { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
}
