import {
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { getRevision } from '#lib/freshness/revision.ts'
import { getDatabasePath } from '#lib/index/database-path.ts'
import { openThread, type ThreadedIndex, waitUntil } from '../../support/open-thread.ts'
import { createPaper, type Paper, toPostText } from '../../support/paper.ts'

// What becomes of DATA_DIR while the site runs: readers go on, it is said, and there is an index there again.

let paper: Paper
let thread: ThreadedIndex
let file: string

beforeEach(async () => {
  paper = createPaper({ 'posts/a.md': toPostText({ title: 'A' }), 'posts/b.md': toPostText({ title: 'B' }) })
  file = getDatabasePath(paper.dataDir)
  thread = openThread(paper)
  await thread.ready
  await waitUntil(() => thread.index.status === 'ok' && thread.listTitles().length === 2)
  // What the first filling wrote has been looked at by then.
  await wait(LOOK_MS * 1.5)
})

const LOOK_MS = 2_000

afterEach(async () => {
  await thread.close()
  paper.close()
})

const away = () => `${paper.dataDir}-away`

const ALL = ['', '-wal', '-shm']

/** Puts an older copy of the index in its place. */
function restore(write: (from: string, to: string) => void): void {
  const copy = `${paper.dataDir}-copy`
  mkdirSync(copy)
  for (const suffix of ALL) cpSync(file + suffix, path.join(copy, `index.sqlite${suffix}`))
  for (const suffix of ALL) write(path.join(copy, `index.sqlite${suffix}`), file + suffix)
  rmSync(copy, { recursive: true })
}

const LOST: [string, string, () => void][] = [
  ['DATA_DIR is deleted', 'is gone from DATA_DIR', () => rmSync(paper.dataDir, { recursive: true })],
  ['DATA_DIR is moved away', 'is gone from DATA_DIR', () => renameSync(paper.dataDir, away())],
  [
    'DATA_DIR is another, empty folder',
    'is gone from DATA_DIR',
    () => {
      renameSync(paper.dataDir, away())
      mkdirSync(paper.dataDir)
    },
  ],
  ['the index alone is deleted', 'is gone from DATA_DIR', () => rmSync(file)],
  [
    'index and log are deleted',
    'is gone from DATA_DIR',
    () => {
      for (const suffix of ALL) rmSync(file + suffix)
    },
  ],
  ['a copy of the index is put in its place', 'is gone from DATA_DIR', () => restore(renameSync)],
  [
    'a copy of the index is put in its place without its log',
    'is gone from DATA_DIR',
    () => {
      cpSync(file, `${file}.copy`)
      renameSync(`${file}.copy`, file)
    },
  ],
  [
    'another file is put in its place',
    'is gone from DATA_DIR',
    () => {
      writeFileSync(`${file}.other`, 'No database. '.repeat(5_000))
      renameSync(`${file}.other`, file)
    },
  ],
  ['its log is deleted', 'is damaged', () => rmSync(`${file}-wal`)],
  ['it is emptied', 'is damaged', () => truncateSync(file)],
  ['it is cut in half', 'is damaged', () => truncateSync(file, statSync(file).size / 2)],
  ['its log is emptied', 'is damaged', () => truncateSync(`${file}-wal`)],
  [
    'it is written over by an older copy',
    'is damaged',
    () => {
      writeFileSync(file, readFileSync(file))
      utimesSync(file, 1, 1)
    },
  ],
]

describe.each(LOST)('when %s', (_name, said, lose) => {
  it('goes on answering, says so, and has an index there again', async () => {
    const before = getRevision(thread.index)
    lose()
    await waitUntil(() => thread.lines.some((line) => line.includes('is whole again')))
    expect(thread.lines.join('\n')).toContain(said)
    expect(thread.lines.join('\n')).toContain(paper.dataDir)
    await waitUntil(() => thread.index.status === 'ok')
    expect(statSync(file).ino).toBe(statSync(String(thread.index.database.location())).ino)
    paper.write('posts/c.md', toPostText({ title: 'C' }))
    await waitUntil(() => thread.listTitles().length === 3)
    expect(thread.listTitles()).toEqual(['A', 'B', 'C'])
    expect(getRevision(thread.index)).toBeGreaterThan(before)
    // What was written is in the files that lie there now: another process finds it.
    await thread.close()
    thread = openThread(paper)
    await thread.ready
    expect(thread.listTitles()).toEqual(['A', 'B', 'C'])
  })
})

it('waits where nothing can be made in its place', async () => {
  renameSync(paper.dataDir, away())
  writeFileSync(paper.dataDir, 'No folder.')
  await waitUntil(() => thread.index.faults.has('index-missing') && thread.index.faults.has('data-dir'))
  expect(thread.index.faults.get('data-dir')).toContain(paper.dataDir)
  expect(thread.listTitles()).toEqual(['A', 'B'])
  rmSync(paper.dataDir)
  await waitUntil(() => thread.index.status === 'ok')
  expect(statSync(file).isFile()).toBe(true)
})

it('takes what SQLite writes for no damage', async () => {
  for (let number = 0; number < 5; number += 1) {
    paper.write(`posts/more-${number}.md`, toPostText({ title: `More ${number}` }))
    await waitUntil(() => thread.listTitles().length === 3 + number)
    await wait(LOOK_MS / 2 - 100)
  }
  expect(thread.lines).toEqual([])
})

it.each(['PASSIVE', 'TRUNCATE'])(
  'takes it for no damage when another program folds the log into the index (%s)',
  async (mode) => {
    paper.write('posts/c.md', toPostText({ title: 'C' }))
    await waitUntil(() => thread.listTitles().length === 3)
    await wait(LOOK_MS * 1.5)
    const other = new DatabaseSync(file)
    const { mtimeMs } = statSync(file)
    other.exec(`PRAGMA wal_checkpoint(${mode})`)
    expect(statSync(file).mtimeMs).toBeGreaterThan(mtimeMs)
    other.close()
    await wait(LOOK_MS * 2.5)
    expect(thread.lines).toEqual([])
    expect(thread.index.faults.size).toBe(0)
  },
)
