import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { toMachineFault } from '#lib/index/machine-faults.ts'
import { openThread, type ThreadedIndex, waitUntil } from '../../support/open-thread.ts'
import { createPaper, type Paper, toPostText } from '../../support/paper.ts'

/** What only the superuser can set up is tried where tests run as one. */
const isRoot = process.getuid?.() === 0
const NOBODY = 65_534

type State = { status: string; faults: string[]; titles: string[]; lines: string[] }

/** A process of its own that keeps an index, with its last words. */
function startProcess(paper: Paper, command: string[], options: { uid?: number; gid?: number } = {}) {
  const [program = process.execPath, ...args] = [
    ...command,
    process.execPath,
    '__tests__/support/thread-process.ts',
    paper.contentDir,
    paper.dataDir,
  ]
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], ...options })
  running.add(child)
  let last: State = { status: '', faults: [], titles: [], lines: [] }
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
    const lines = text.split('\n')
    text = lines.pop() ?? ''
    const line = lines.at(-1)
    if (line !== undefined) last = JSON.parse(line)
  })
  return { child, getState: () => last }
}

/** Tells a process to end; its exit code. */
async function stop(child: ChildProcess): Promise<unknown> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  return ended
}

describe('what an error says of the machine', () => {
  it.each([
    [{ errcode: 13 }, 'disk-full'],
    [{ errcode: 11 }, 'index-damaged'],
    [{ errcode: 26 }, 'index-damaged'],
    [{ errcode: 10 | (3 << 8) }, 'index-damaged'],
    [{ errcode: 8 }, 'data-dir'],
    [{ errcode: 14 }, 'data-dir'],
    [{ errcode: 5 }, null],
    [{ code: 'ENOSPC' }, 'disk-full'],
    [{ code: 'EDQUOT' }, 'disk-full'],
    [{ code: 'EROFS' }, 'data-dir'],
    [{ code: 'ENOENT' }, null],
  ])('%j is %s', (fields, fault) => {
    expect(toMachineFault(Object.assign(new Error('x'), fields), tmpdir())).toBe(fault)
  })
})

const describeForRoot = isRoot ? describe : describe.skip

const running = new Set<ChildProcess>()

afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
})

describeForRoot('a process without rights', () => {
  let paper: Paper

  beforeEach(() => {
    paper = createPaper({
      'posts/a.md': toPostText({ title: 'A' }),
      'posts/sub/b.md': toPostText({ title: 'B' }),
      'posts/z/c.md': toPostText({ title: 'C' }),
    })
    giveTo(path.dirname(paper.contentDir))
  })

  afterEach(() => paper.close())

  /** All of a folder to nobody, who may then read it. */
  function giveTo(folder: string): void {
    chownSync(folder, NOBODY, NOBODY)
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
      chownSync(path.join(entry.parentPath, entry.name), NOBODY, NOBODY)
  }

  it('goes on past what it cannot see, says so, and takes it up when it can', async () => {
    const { child, getState } = startProcess(paper, [], { uid: NOBODY, gid: NOBODY })
    await waitUntil(() => getState().titles.length === 3)
    const sub = path.join(paper.contentDir, 'posts/sub')
    chmodSync(sub, 0)
    paper.write('posts/sub/b.md', toPostText({ title: 'B2' }))
    paper.write('posts/z/c.md', toPostText({ title: 'C2' }))
    await waitUntil(() => getState().titles.join() === 'A,B,C2' && getState().faults.join() === 'unreadable')
    expect(getState().status).toBe('degraded')
    expect(getState().lines.join('\n')).toContain('posts/sub')
    chmodSync(sub, 0o755)
    await waitUntil(() => getState().titles.join() === 'A,B2,C2' && getState().status === 'ok')
    await stop(child)
  })

  it('goes on past a file it may not read', async () => {
    chmodSync(path.join(paper.contentDir, 'posts/a.md'), 0)
    const { child, getState } = startProcess(paper, [], { uid: NOBODY, gid: NOBODY })
    await waitUntil(() => getState().titles.join() === 'B,C' && getState().faults.join() === 'unreadable')
    chmodSync(path.join(paper.contentDir, 'posts/a.md'), 0o644)
    await waitUntil(() => getState().titles.join() === 'A,B,C' && getState().status === 'ok')
    await stop(child)
  })

  it('names DATA_DIR where it may not write, and starts when it may', async () => {
    mkdirSync(paper.dataDir, { mode: 0o700 })
    const { child, getState } = startProcess(paper, [], { uid: NOBODY, gid: NOBODY })
    await waitUntil(() => getState().faults.join() === 'data-dir')
    expect(getState().status).toBe('starting')
    chownSync(paper.dataDir, NOBODY, NOBODY)
    await waitUntil(() => getState().titles.length === 3 && getState().status === 'ok')
    await stop(child)
  })
})

describeForRoot('a disk that is full', () => {
  let paper: Paper
  let mount: string
  let thread: ThreadedIndex

  beforeEach(() => {
    paper = createPaper({
      'posts/a.md': toPostText({ title: 'A' }),
      'posts/b.md': toPostText({ title: 'B' }),
    })
    mount = mkdtempSync(path.join(tmpdir(), 'broadsheet-disk-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', mount])
  })

  afterEach(async () => {
    await thread.close()
    execFileSync('umount', ['-l', mount])
    rmSync(mount, { recursive: true })
    paper.close()
  })

  const filler = () => path.join(mount, 'filler')

  function fillDisk(): void {
    for (let bytes = 1 << 20; bytes >= 512; bytes /= 2) {
      try {
        for (;;) writeFileSync(filler(), Buffer.alloc(bytes), { flag: 'a' })
      } catch {
        // Less fits.
      }
    }
  }

  it('does not keep a story public that is set to draft', async () => {
    thread = openThread({ contentDir: paper.contentDir, dataDir: mount })
    await thread.ready
    fillDisk()
    paper.write('posts/a.md', toPostText({ title: 'A', draft: 'true' }, 'Text. '.repeat(20_000)))
    await waitUntil(() => thread.index.withheld.has('a'))
    expect(thread.index.withheld.has('b')).toBe(false)
    expect([...thread.index.faults.keys()]).toEqual(['disk-full'])
    expect(thread.index.status).toBe('degraded')
    expect(thread.lines.join('\n')).toContain(`The disk of DATA_DIR is full: ${mount}`)
    rmSync(filler())
    await waitUntil(() => thread.index.status === 'ok' && thread.index.withheld.size === 0)
    expect(thread.index.prepare("SELECT draft FROM post WHERE slug = 'a'").get()?.draft).toBe(1)
  })

  it('is named at the first start, which goes on when there is room', async () => {
    fillDisk()
    thread = openThread({ contentDir: paper.contentDir, dataDir: mount })
    await waitUntil(() => thread.index.faults.size > 0)
    expect([...thread.index.faults]).toEqual([
      ['disk-full', expect.stringContaining(`DATA_DIR is full: ${mount}`)],
    ])
    expect(thread.index.status).toBe('starting')
    rmSync(filler())
    await thread.ready
    expect(thread.listTitles()).toEqual(['A', 'B'])
  })
})

it('names DATA_DIR when a folder lies where the index should, and starts when it is gone', async () => {
  const paper = createPaper({ 'posts/a.md': toPostText({ title: 'A' }) })
  mkdirSync(path.join(paper.dataDir, 'index.sqlite'), { recursive: true })
  const thread = openThread(paper)
  await waitUntil(() => thread.index.faults.has('data-dir'))
  expect(thread.index.faults.get('data-dir')).toContain(paper.dataDir)
  rmSync(path.join(paper.dataDir, 'index.sqlite'), { recursive: true })
  await thread.ready
  expect(thread.listTitles()).toEqual(['A'])
  await thread.close()
  paper.close()
})

const itForRoot = isRoot ? it : it.skip

itForRoot('finds changes without a single watch, and ends when told to', async () => {
  const paper = createPaper({ 'posts/a.md': toPostText({ title: 'A' }) })
  const limit = 'echo 0 > /proc/sys/user/max_inotify_instances && exec "$@"'
  const { child, getState } = startProcess(paper, ['unshare', '-Ur', 'bash', '-c', limit, '-'])
  await waitUntil(() => getState().faults.join() === 'not-watched')
  expect(getState().status).toBe('ok')
  paper.write('posts/a.md', toPostText({ title: 'A2' }))
  await waitUntil(() => getState().titles.join() === 'A2')
  expect(await stop(child)).toBe(0)
  paper.close()
})
