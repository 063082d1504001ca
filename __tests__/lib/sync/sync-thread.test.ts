import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { getRevision, getRevisionOfTags } from '#lib/freshness/revision.ts'
import { getDatabasePath } from '#lib/index/database-path.ts'
import { toSummary } from '#lib/index/post-row.ts'
import { confirmRemoval } from '#lib/sync/removals.ts'
import { openThread, type ThreadedIndex, waitUntil } from '../../support/open-thread.ts'
import { createPaper, type Paper, toPostText } from '../../support/paper.ts'

let paper: Paper
let thread: ThreadedIndex

async function open(): Promise<void> {
  thread = openThread(paper)
  await thread.ready
}

/** Saves a story and waits until it is in the index. Less than the shortest sweep, so that only events can have told. */
async function save(file: string, title: string): Promise<void> {
  paper.write(file, toPostText({ title }))
  const since = Date.now()
  await waitUntil(() => thread.listTitles().includes(title))
  expect(Date.now() - since).toBeLessThan(9_000)
}

beforeEach(async () => {
  paper = createPaper({
    'posts/a.md': toPostText({ title: 'A' }),
    'posts/q/sub/b.md': toPostText({ title: 'B' }),
  })
  await open()
  await waitUntil(() => thread.listTitles().length === 2)
  // The watches are in place by now.
  await wait(300)
})

afterEach(async () => {
  await thread.close()
  paper.close()
})

const inContent = (file: string) => path.join(paper.contentDir, file)

describe('a thread that owns the index', () => {
  it('reads what is saved, however folders come and go', async () => {
    await save('posts/a.md', 'A2')
    renameSync(inContent('posts/q'), inContent('posts/q2'))
    await save('posts/q2/sub/b.md', 'B2')
    await wait(300)
    await save('posts/q2/sub/b.md', 'B3')
    rmSync(inContent('posts/q2'), { recursive: true })
    mkdirSync(inContent('posts/q2/n'), { recursive: true })
    await save('posts/q2/n/c.md', 'C')
    await wait(300)
    await save('posts/q2/n/c.md', 'C2')
    await save('posts/v1.2/deep/d.md', 'D')
    await wait(300)
    await save('posts/v1.2/deep/d.md', 'D2')
    expect(thread.index.status).toBe('ok')
  })

  it('reads what lies behind a link when that changes', async () => {
    mkdirSync(inContent('archive'))
    writeFileSync(inContent('archive/old.md'), toPostText({ title: 'Old' }))
    symlinkSync('../archive', inContent('posts/old'))
    await waitUntil(() => thread.listTitles().includes('Old'))
    await save('archive/old.md', 'Older')
  })

  it.each([
    ['a pipe', (file: string) => execFileSync('mkfifo', [file])],
    ['a folder', (file: string) => mkdirSync(file)],
  ])('goes on where %s lies in the place of the settings', async (_name, make) => {
    const file = path.join(paper.contentDir, 'site.yaml')
    make(file)
    await save('posts/c.md', 'C')
    await waitUntil(() => thread.index.faults.has('unreadable'))
    rmSync(file, { recursive: true })
    await save('posts/c.md', 'D')
    await waitUntil(() => thread.index.faults.size === 0)
  })

  it('writes what readers ask for', async () => {
    expect(await thread.index.write({ kind: 'meta', key: 'served', value: 'yes' })).toBe(true)
    expect(thread.index.prepare("SELECT value FROM meta WHERE key = 'served'").get()?.value).toBe('yes')
  })

  it('gives its reader no way to write', () => {
    expect(() => thread.index.database.exec('DELETE FROM post')).toThrow('readonly')
  })

  it('tells of changed settings', async () => {
    paper.write('site.yaml', 'name: The Ferry\n')
    await waitUntil(() => {
      getRevision(thread.index)
      return (
        thread.index.prepare("SELECT value FROM meta WHERE key = 'site-text'").get()?.value ===
        'name: The Ferry\n'
      )
    })
  })

  it('says that the folder of posts is gone, and that it is back', async () => {
    renameSync(inContent('posts'), inContent('away'))
    await waitUntil(() => thread.index.faults.has('content-missing'))
    expect(thread.index.status).toBe('degraded')
    expect(thread.listTitles()).toEqual(['A', 'B'])
    renameSync(inContent('away'), inContent('posts'))
    await waitUntil(() => thread.index.status === 'ok')
    await wait(300)
    await save('posts/q/sub/b.md', 'B2')
  })

  it('removes at once what an operator confirms', async () => {
    for (let number = 0; number < 30; number += 1)
      paper.write(`posts/m/${number}.md`, toPostText({ title: `M ${number}` }))
    await waitUntil(() => thread.listTitles().length === 32)
    rmSync(inContent('posts/m'), { recursive: true })
    await waitUntil(() => thread.index.faults.has('mass-removal'))
    expect(thread.listTitles().length).toBeGreaterThan(10)
    confirmRemoval(paper.dataDir)
    await waitUntil(() => thread.listTitles().length === 2)
    await waitUntil(() => thread.index.status === 'ok')
  })
})

describe('an index whose values are others than were written', () => {
  it.each([
    [
      'a story',
      (file: string) => spoilIn(file, "UPDATE post SET data = '{\"title\": ' WHERE file = 'posts/a.md'"),
    ],
    ['a text', (file: string) => spoilIn(file, 'UPDATE packed_body SET data = zeroblob(40)')],
  ])('is made again: %s', async (_name, spoil) => {
    spoil(getDatabasePath(paper.dataDir))
    const read = () =>
      thread.index.prepare('SELECT data, text FROM post JOIN body ON body.post = post.id').all()
    expect(() => read().map((row) => toSummary({ ...row, slug: 'a' }))).toThrow('cannot be read')
    await waitUntil(() => thread.lines.some((line) => line.includes('is whole again')))
    await waitUntil(() => thread.index.status === 'ok' && thread.listTitles().length === 2)
    expect(read().map((row) => toSummary({ ...row, slug: 'a' }).title)).toEqual(['A', 'B'])
  })

  function spoilIn(file: string, sql: string): void {
    const database = new DatabaseSync(file)
    database.function('unpack_text', (data) => data)
    database.exec(sql)
    database.close()
  }
})

describe('an index that is damaged while it is read', () => {
  it.each([
    [
      'overwritten',
      (file: string) => writeFileSync(file, 'Not a database at all, but long enough. '.repeat(5_000)),
    ],
    ['emptied', (file: string) => writeFileSync(file, '')],
  ])('is made again when it is %s', async (_name, spoil) => {
    const before = getRevision(thread.index)
    spoil(getDatabasePath(paper.dataDir))
    await waitUntil(() => {
      paper.write('posts/new.md', toPostText({ title: `New ${Date.now()}` }))
      try {
        thread.index.database.exec('PRAGMA shrink_memory')
        return (
          thread.listTitles().length === 3 && thread.lines.some((line) => line.includes('is whole again'))
        )
      } catch {
        return false
      }
    })
    await waitUntil(() => thread.index.status === 'ok')
    expect(thread.lines.join('\n')).toContain('is damaged')
    expect(getRevisionOfTags(thread.index, ['post:a'])).toBeGreaterThan(before)
  })
})
