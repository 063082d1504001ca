import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { copyIn, copyOut, toInt32 } from '#lib/replication/copy-rows.ts'
import type { Sql } from '#lib/replication/link.ts'
import { describeWithPostgres, type PostgresServer, startPostgres } from '../../support/postgres-server.ts'

describeWithPostgres('rows in PostgreSQL’s binary format', () => {
  let server: PostgresServer
  let url: string
  let sql: Sql

  beforeAll(async () => {
    server = await startPostgres()
    url = await server.createDatabase()
    sql = postgres(url, { max: 1, onnotice: () => {} })
    await sql`CREATE TABLE part (number integer PRIMARY KEY, data bytea NOT NULL)`
  })

  beforeEach(async () => {
    await sql`DELETE FROM part`
  })

  afterAll(async () => {
    await sql.end()
    await server.close()
  })

  const put = (rows: Iterable<readonly Uint8Array[]> | AsyncIterable<readonly Uint8Array[]>) =>
    sql.begin((transaction) => copyIn(transaction, 'part (number, data)', rows))

  async function readAll(): Promise<Buffer[]> {
    const apart = postgres(url, { max: 1 })
    try {
      const values: Buffer[] = []
      for await (const value of copyOut(apart, 'SELECT data FROM part ORDER BY number'))
        values.push(Buffer.from(value))
      return values
    } finally {
      await apart.end({ timeout: 0 })
    }
  }

  it('come out as they went in, whatever their size', async () => {
    const values = [Buffer.alloc(0), Buffer.from([0, 255]), randomBytes(5_000_000), randomBytes(70_000)]
    await put(values.map((value, number) => [toInt32(number), value]))
    expect((await readAll()).map((value, at) => value.equals(values[at] ?? Buffer.of(1)))).toEqual([
      true,
      true,
      true,
      true,
    ])
  })

  it('are none where there are none', async () => {
    await put([])
    expect(await readAll()).toEqual([])
  })

  it('that PostgreSQL refuses are an error, and the connection goes on', async () => {
    await put([[toInt32(1), Buffer.from('a')]])
    await expect(put([[toInt32(1), Buffer.from('b')]])).rejects.toThrow('PostgreSQL did not take the rows')
    await put([[toInt32(2), Buffer.from('c')]])
    expect(await readAll()).toEqual([Buffer.from('a'), Buffer.from('c')])
  })

  it('that cannot be read leave nothing behind', async () => {
    async function* fail() {
      yield [toInt32(3), Buffer.from('d')]
      throw new Error('the disk is gone')
    }
    await expect(put(fail())).rejects.toThrow('the disk is gone')
    expect(await readAll()).toEqual([])
  })
})
