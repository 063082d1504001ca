import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Sql, Transaction } from './link.ts'

/**
 * Rows in PostgreSQL's binary format of COPY. Parameters of a query are sent as text, for bytes in hexadecimal: that takes eight times
 * the processor time.
 *
 * @see https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.4
 */
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')
const HEADER_BYTES = SIGNATURE.length + 8
const TRAILER = -1

/**
 * Adds rows to a table.
 *
 * @param into table and columns; what stands in it is a part of the statement
 * @param rows a value for each column, in PostgreSQL's binary format of its type
 */
export async function copyIn(
  transaction: Transaction,
  into: string,
  rows: Iterable<readonly Uint8Array[]> | AsyncIterable<readonly Uint8Array[]>,
): Promise<void> {
  const stream = await transaction.unsafe(`COPY ${into} FROM STDIN (FORMAT binary)`).writable()
  stream.on('error', () => {})
  try {
    await pipeline(Readable.from(encodeRows(rows)), stream, { end: false })
  } catch (error) {
    // PostgreSQL waits for rows until it is told that none will come.
    stream.destroy()
    throw error
  }
  stream.end()
  // The client does not tell of an error that comes with the last rows: the next query of the transaction fails.
  await transaction`SELECT 1`.catch((cause: unknown) => {
    throw new Error(`PostgreSQL did not take the rows, and its log says why (${String(cause)})`, { cause })
  })
}

async function* encodeRows(
  rows: Iterable<readonly Uint8Array[]> | AsyncIterable<readonly Uint8Array[]>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.concat([SIGNATURE, Buffer.alloc(HEADER_BYTES - SIGNATURE.length)])
  for await (const values of rows) {
    yield toInt16(values.length)
    for (const value of values) {
      yield toInt32(value.length)
      yield value
    }
  }
  yield toInt16(TRAILER)
}

/**
 * The values of the only column that a query gives, none of them null.
 *
 * @param sql a connection that is used for nothing else and closed then: the client may not go on reading from it
 */
export async function* copyOut(sql: Sql, query: string): AsyncGenerator<Uint8Array> {
  const stream = await sql.unsafe(`COPY (${query}) TO STDOUT (FORMAT binary)`).readable()
  const reader = createReader(stream)
  await reader.take(HEADER_BYTES)
  while ((await reader.take(2)).readInt16BE(0) !== TRAILER) {
    const size = (await reader.take(4)).readInt32BE(0)
    yield await reader.take(size)
  }
}

function createReader(stream: AsyncIterable<Buffer>): { take: (size: number) => Promise<Buffer> } {
  const chunks = stream[Symbol.asyncIterator]()
  const held: Buffer[] = []
  let bytes = 0

  async function take(size: number): Promise<Buffer> {
    while (bytes < size) {
      const { done, value } = await chunks.next()
      if (done === true) throw new Error('PostgreSQL ended its answer too early')
      held.push(value)
      bytes += value.length
    }
    const whole = held.length === 1 ? held[0] : Buffer.concat(held)
    held.length = 0
    if (whole === undefined) return Buffer.alloc(0)
    held.push(whole.subarray(size))
    bytes -= size
    return whole.subarray(0, size)
  }

  return { take }
}

function toInt16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}

export function toInt32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

export function toInt64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(BigInt(value))
  return bytes
}

export function toUuid(text: string): Buffer {
  return Buffer.from(text.replaceAll('-', ''), 'hex')
}
