import { spawn } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getRevision } from '#lib/freshness/revision.ts'
import type { Index } from '#lib/index/index-state.ts'
import { SHARED_SCHEMA } from '#lib/replication/link.ts'
import { eventually } from '../../support/eventually.ts'
import { openThread, type ThreadedIndex } from '../../support/open-thread.ts'
import { createPaper, type Paper, toPostText } from '../../support/paper.ts'
import { describeWithPostgres, type PostgresServer, startPostgres } from '../../support/postgres-server.ts'

/** Every row of every table, those of the index of words among them, but for where this copy stands. */
function readTables({ database }: Index): Record<string, unknown[]> {
  const tables = database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
    )
    .all()
  return Object.fromEntries(
    tables.map(({ name }) => {
      const condition = name === 'meta' ? "WHERE key <> 'replica'" : ''
      const statement = database.prepare(`SELECT * FROM ${name} ${condition}`)
      statement.setReadBigInts(true)
      return [String(name), statement.all()]
    }),
  )
}

describeWithPostgres('instances that share an index through PostgreSQL', () => {
  let server: PostgresServer
  let paper: Paper
  let databaseUrl: string
  let threads: ThreadedIndex[]
  let folder: string

  beforeAll(async () => {
    server = await startPostgres()
  })

  afterAll(() => server.close())

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-shared-'))
    paper = createPaper({
      'posts/a.md': toPostText({ title: 'A', tags: '[tide]' }, 'Ferries and [the other](b.md).'),
      'posts/b.md': toPostText({ title: 'B', tags: '[tide]' }),
      'pages/about.md': '---\ntitle: About\n---\nWho we are.\n',
    })
    databaseUrl = await server.createDatabase()
    threads = []
  })

  afterEach(async () => {
    await Promise.all(threads.map((thread) => thread.close()))
    paper.close()
    rmSync(folder, { recursive: true })
  })

  async function open(contentDir = paper.contentDir): Promise<ThreadedIndex> {
    const thread = openThread({ contentDir, dataDir: path.join(folder, String(threads.length)), databaseUrl })
    threads.push(thread)
    await thread.ready
    return thread
  }

  function expectTitles(titles: string[], of: readonly ThreadedIndex[] = threads): Promise<void> {
    return eventually(() => {
      for (const thread of of) expect(thread.listTitles()).toEqual(titles)
    })
  }

  const expectSame = (one: ThreadedIndex, other: ThreadedIndex) =>
    eventually(() => expect(readTables(other.index)).toEqual(readTables(one.index)))

  it('have one that reads the files, and the same rows', async () => {
    const writer = await open()
    const follower = await open()
    expect([writer.index.isFollower, follower.index.isFollower]).toEqual([false, true])
    paper.write('posts/c.md', toPostText({ title: 'C', section: 'Harbour' }, 'Of ferries.'))
    await expectTitles(['A', 'B', 'C'])
    paper.remove('posts/b.md')
    await expectTitles(['A', 'C'])
    await expectSame(writer, follower)
    expect(getRevision(follower.index)).toBe(getRevision(writer.index))
    expect(
      follower.index.database
        .prepare("SELECT count(*) AS found FROM search WHERE search MATCH 'ferries'")
        .get(),
    ).toEqual({ found: 2 })
  })

  it('give one that comes later the whole, without its reading a file', async () => {
    const writer = await open()
    paper.write('posts/c.md', toPostText({ title: 'C' }))
    await expectTitles(['A', 'B', 'C'])
    const without = await open(path.join(folder, 'nowhere'))
    await expectTitles(['A', 'B', 'C'])
    expect([...without.index.faults.keys()]).toEqual(['no-content'])
    expect(without.index.status).toBe('ok')
    await expectSame(writer, without)
  })

  it('follow stories that trade their addresses', async () => {
    paper.write('posts/one.md', toPostText({ title: 'One', slug: 'first' }))
    paper.write('posts/two.md', toPostText({ title: 'Two', slug: 'second' }))
    const writer = await open()
    const follower = await open()
    renameSync(path.join(paper.contentDir, 'posts'), path.join(paper.contentDir, 'away'))
    await eventually(() => expect(writer.index.faults.has('content-missing')).toBe(true))
    paper.write('away/one.md', toPostText({ title: 'One', slug: 'second' }))
    paper.write('away/two.md', toPostText({ title: 'Two', slug: 'first' }))
    renameSync(path.join(paper.contentDir, 'away'), path.join(paper.contentDir, 'posts'))
    await eventually(() => {
      const rows = follower.index.database
        .prepare("SELECT file, slug FROM post WHERE slug LIKE '%st%' OR slug LIKE 'sec%'")
        .all()
      expect(new Map(rows.map(({ file, slug }) => [file, slug]))).toEqual(
        new Map([
          ['posts/one.md', 'second'],
          ['posts/two.md', 'first'],
        ]),
      )
    })
    await expectSame(writer, follower)
  })

  it('have written by the one that writes what readers of another ask for', async () => {
    const writer = await open()
    const follower = await open()
    const write = { kind: 'meta', key: 'served', value: 'yes' } as const
    expect(await follower.index.write(write)).toBe(true)
    for (const { index } of [follower, writer])
      expect(index.prepare("SELECT value FROM meta WHERE key = 'served'").get()?.value).toBe('yes')
  })

  it('take over when the one that writes is killed', async () => {
    const child = spawn(
      process.execPath,
      ['__tests__/support/thread-process.ts', paper.contentDir, path.join(folder, 'killed'), databaseUrl],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (line: Buffer) => {
        if (line.toString().includes('"status":"ok"')) resolve()
      })
    })
    const [one, other] = [await open(), await open()]
    expect([one.index.isFollower, other.index.isFollower]).toEqual([true, true])
    child.kill('SIGKILL')
    paper.write('posts/c.md', toPostText({ title: 'C' }))
    await expectTitles(['A', 'B', 'C'])
    expect([one.index.isFollower, other.index.isFollower].toSorted()).toEqual([false, true])
    await expectSame(one, other)
  })

  it('serve what they have while PostgreSQL is away, and what was saved meanwhile when it is back', async () => {
    const [one, other] = [await open(), await open()]
    await server.kill()
    await eventually(() => {
      for (const { index } of threads) expect([...index.faults.keys()]).toEqual(['database'])
    })
    expect(one.index.status).toBe('degraded')
    paper.write('posts/c.md', toPostText({ title: 'C' }))
    expect(other.listTitles()).toEqual(['A', 'B'])
    await server.start()
    await expectTitles(['A', 'B', 'C'])
    await eventually(() => {
      for (const { index } of threads) expect([index.status, ...index.faults.keys()]).toEqual(['ok'])
    })
    await expectSame(one, other)
  })

  it('agree again after all connections were ended in the middle of saves', async () => {
    const [one, other] = [await open(), await open()]
    for (let round = 0; round < 5; round += 1) {
      for (let number = 0; number < 20; number += 1)
        paper.write(`posts/n${number}.md`, toPostText({ title: `N ${number} of ${round}` }))
      await server.query(
        databaseUrl,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'broadsheet'",
      )
    }
    const titles = Array.from({ length: 20 }, (_, number) => `N ${number} of 4`)
    await eventually(() => {
      for (const thread of threads)
        expect(new Set(thread.listTitles())).toEqual(new Set(['A', 'B', ...titles]))
      expect([one.index.isFollower, other.index.isFollower].toSorted()).toEqual([false, true])
    })
    await expectSame(one, other)
  })

  it('fetch a damaged copy again', async () => {
    const [writer, follower] = [await open(), await open()]
    follower.index.onDamage(new Error('database disk image is malformed'))
    await eventually(() => expect(follower.lines.join('\n')).toContain('is damaged'))
    paper.write('posts/c.md', toPostText({ title: 'C' }))
    await expectTitles(['A', 'B', 'C'])
    writer.index.onDamage(new Error('database disk image is malformed'))
    paper.write('posts/d.md', toPostText({ title: 'D' }))
    await expectTitles(['A', 'B', 'C', 'D'])
    await expectSame(writer, follower)
  })

  it('leave alone what instances of another version share, until nobody wrote it for a day', async () => {
    for (const [schema, age] of [
      ['broadsheet_1', '2 days'],
      ['broadsheet_2', '2 hours'],
    ])
      await server.query(
        databaseUrl,
        `CREATE SCHEMA ${schema}; CREATE TABLE ${schema}.change (number bigint, at timestamptz);
         INSERT INTO ${schema}.change VALUES (1, now() - interval '${age}')`,
      )
    await open()
    const list = "SELECT DISTINCT schemaname AS name FROM pg_tables WHERE schemaname LIKE 'broadsheet%'"
    await eventually(async () =>
      expect(new Set((await server.query(databaseUrl, list)).map(({ name }) => name))).toEqual(
        new Set(['broadsheet_2', SHARED_SCHEMA]),
      ),
    )
  })
})
