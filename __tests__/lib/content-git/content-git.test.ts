import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getEnv } from '#lib/config/env.ts'
import { ensureClone, pull } from '#lib/content-git/clone.ts'
import { startPulling } from '#lib/content-git/puller.ts'
import type { FaultState } from '#lib/index/faults.ts'
import { openThread, type ThreadedIndex, waitUntil } from '../../support/open-thread.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-git-'))
const bare = path.join(folder, 'paper.git')
const desk = path.join(folder, 'desk')
const opened: ThreadedIndex[] = []

function git(cwd: string, ...args: string[]): string {
  const author = ['-c', 'user.name=Desk', '-c', 'user.email=desk@paper.example']
  return execFileSync('git', [...author, ...args], { cwd, encoding: 'utf8', stdio: 'pipe' }).trim()
}

/** Commits a story on the desk and pushes it. */
function push(name: string, title: string, ...options: string[]): string {
  mkdirSync(path.join(desk, 'content/posts'), { recursive: true })
  writeFileSync(
    path.join(desk, 'content/posts', `${name}.md`),
    `---\ntitle: ${title}\ndate: 2026-01-02\n---\n\nWords.\n`,
  )
  git(desk, 'add', '--all')
  git(desk, 'commit', '--quiet', '--message', title)
  git(desk, 'push', '--quiet', ...options, 'origin', 'HEAD:main')
  return git(desk, 'rev-parse', 'HEAD')
}

function createState(): FaultState & { lines: string[] } {
  const lines: string[] = []
  return { faults: new Map(), log: (line) => lines.push(line), status: 'ok', onChange: () => {}, lines }
}

const toEnv = (more: Readonly<Record<string, string>>) =>
  getEnv({ NODE_ENV: 'test', DATA_DIR: path.join(folder, 'data'), ...more })

beforeAll(() => {
  mkdirSync(desk)
  git(folder, 'init', '--quiet', '--bare', '--initial-branch', 'main', bare)
  git(desk, 'init', '--quiet', '--initial-branch', 'main')
  git(desk, 'remote', 'add', 'origin', bare)
  push('first', 'First')
})

afterAll(async () => {
  for (const { close } of opened) await close()
  rmSync(folder, { recursive: true })
})

describe('the settings', () => {
  it.each([
    ['--upload-pack=touch /tmp/x', 'CONTENT_GIT must be'],
    ['ext::sh -c touch% /tmp/x', 'CONTENT_GIT must be'],
    ['https://git.example/paper.git#a#b', 'CONTENT_GIT must be'],
    ['https://git.example/paper.git#--force', 'CONTENT_GIT names no branch'],
    ['https://desk:s3cret@git.example/pa per.git', 'not "https://git.example/pa per.git"'],
  ])('%s is refused', (value, message) => {
    expect(() => toEnv({ CONTENT_GIT: value })).toThrow(message)
  })

  it.each(['/srv/content', '../content', 'a/../../b'])(
    'CONTENT_DIR %s is not inside the repository',
    (inside) => {
      expect(() => toEnv({ CONTENT_GIT: bare, CONTENT_DIR: inside })).toThrow(
        'CONTENT_DIR must be a folder inside',
      )
    },
  )

  it('put the folder of words into the clone, another one for another branch', () => {
    const one = toEnv({ CONTENT_GIT: `${bare}#main`, CONTENT_DIR: 'content' })
    const other = toEnv({ CONTENT_GIT: `${bare}#next`, CONTENT_DIR: 'content' })
    expect(one.contentDir).toBe(path.join(one.contentGit?.folder ?? '', 'content'))
    expect(one.contentDir).not.toBe(other.contentDir)
    expect(toEnv({ CONTENT_GIT: bare }).contentGit?.source.branch).toBeNull()
  })
})

describe('a clone', () => {
  const source = { url: bare, branch: 'main', shown: bare }

  it('is brought up with its branch', async () => {
    const clone = path.join(folder, 'one')
    await ensureClone(source, clone)
    expect((await pull(source, clone)).outcome).toBe('same')
    const commit = push('second', 'Second')
    expect(await pull(source, clone)).toEqual({ commit, outcome: 'taken' })
    expect(git(clone, 'status', '--porcelain')).toBe('')
    expect(git(clone, 'rev-list', '--count', 'HEAD')).toBe('2')
  })

  it('that a killed process left behind goes on', async () => {
    const clone = path.join(folder, 'two')
    await ensureClone(source, clone)
    writeFileSync(path.join(clone, '.git/index.lock'), '')
    rmSync(path.join(clone, 'content/posts/first.md'))
    mkdirSync(`${clone}.part`)
    await ensureClone(source, clone)
    expect(git(clone, 'status', '--porcelain')).toBe('')
  })

  it('of a repository that is not there leaves nothing, and says no password', async () => {
    const missing = `file://desk:s3cret@localhost${folder}/none.git`
    const clone = path.join(folder, 'three')
    const error = await ensureClone({ url: missing, branch: null, shown: 'none' }, clone).catch(String)
    expect(error).toMatch(/none\.git|repository/)
    expect(error).not.toContain('s3cret')
  })

  it('stays as it was when its history is rewritten or it cannot be pulled, and says so until it can', async () => {
    const clone = path.join(folder, 'four')
    await ensureClone(source, clone)
    const before = git(clone, 'rev-parse', 'HEAD')
    const state = createState()
    const puller = startPulling({ source, folder: clone, everyMs: 600_000 }, state)

    renameSync(bare, `${bare}.away`)
    puller.pullNow()
    await waitUntil(() => state.faults.has('git-failed'))
    renameSync(`${bare}.away`, bare)
    git(desk, 'checkout', '--quiet', '--orphan', 'anew')
    push('third', 'Third', '--force')
    puller.pullNow()
    await waitUntil(() => state.faults.has('git-rewritten'))
    expect(state.faults.has('git-failed')).toBe(false)
    expect(git(clone, 'rev-parse', 'HEAD')).toBe(before)

    git(desk, 'checkout', '--quiet', 'main')
    const commit = push('fourth', 'Fourth', '--force')
    puller.pullNow()
    await waitUntil(() => state.faults.size === 0)
    await puller.close()
    expect(git(clone, 'rev-parse', 'HEAD')).toBe(commit)
  })

  it('is cloned again where it was deleted', async () => {
    const clone = path.join(folder, 'five')
    await ensureClone(source, clone)
    const puller = startPulling({ source, folder: clone, everyMs: 600_000 }, createState())
    rmSync(clone, { recursive: true })
    puller.pullNow()
    await puller.close()
    expect(git(clone, 'rev-parse', 'HEAD')).toBe(git(bare, 'rev-parse', 'main'))
  })
})

describe('a site whose words are in a repository', () => {
  const env = toEnv({ CONTENT_GIT: `${bare}#main`, CONTENT_DIR: 'content', CONTENT_GIT_SECONDS: '3600' })

  it('shows them, and what is pushed when it is told', async () => {
    const thread = openThread(env)
    opened.push(thread)
    await thread.ready
    expect(thread.listTitles()).toContain('First')
    push('told', 'Told')
    expect(await thread.index.write({ kind: 'pull' })).toBe(true)
    await waitUntil(() => thread.listTitles().includes('Told'))
  })

  it('shows what it has while the repository is away', async () => {
    await opened.pop()?.close()
    renameSync(bare, `${bare}.away`)
    const thread = openThread(env)
    opened.push(thread)
    await thread.ready
    expect(thread.listTitles()).toContain('Told')
    await waitUntil(() => thread.index.faults.has('git-failed'))
    expect(thread.index.status).toBe('degraded')
    renameSync(`${bare}.away`, bare)
  })
})
