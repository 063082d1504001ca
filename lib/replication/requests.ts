import { z } from 'zod'
import type { Write } from '#lib/index/write-requests.ts'
import { SHARED_SCHEMA, type Sql } from './link.ts'

/** What instances tell each other. `request`: something is asked of the writer. `answer`: it was done in the change `number`. */
export type Notification =
  | { kind: 'changed' }
  | { kind: 'snapshot' }
  | { kind: 'request'; id: string }
  | { kind: 'answer'; id: string; result: boolean; number: number }

const writeSchema = z.custom<Write>((value) => z.object({ kind: z.string() }).safeParse(value).success)

/** Asks the writer for something to be written. */
export async function putRequest(sql: Sql, id: string, write: Write): Promise<void> {
  await sql`
    WITH put AS (INSERT INTO request (id, data) VALUES (${id}, ${JSON.stringify(write)}) RETURNING id)
    SELECT pg_notify(${SHARED_SCHEMA}, 'request ' || id) FROM put`
}

/** What was asked under `id`; null where it was taken already. Nobody waits any more for what is older than a minute. */
export async function takeRequest(sql: Sql, id: string): Promise<Write | null> {
  const rows = await sql`
    DELETE FROM request WHERE id = ${id} OR at < now() - interval '1 minute' RETURNING id, data`
  const found = rows.find((row) => String(row.id) === id)
  return found === undefined ? null : writeSchema.parse(JSON.parse(String(found.data)))
}

export async function putAnswer(sql: Sql, id: string, result: boolean, number: number): Promise<void> {
  await sql`SELECT pg_notify(${SHARED_SCHEMA}, ${`answer ${id} ${result} ${number}`})`
}

/** Asks the writer for a new snapshot. */
export async function requestSnapshot(sql: Sql): Promise<void> {
  await sql`SELECT pg_notify(${SHARED_SCHEMA}, 'snapshot')`
}

/** Hears what instances tell each other, as long as the connection lives. */
export async function listen(sql: Sql, onNotification: (notification: Notification) => void): Promise<void> {
  await sql.listen(SHARED_SCHEMA, (payload) => {
    const notification = parseNotification(payload)
    if (notification !== null) onNotification(notification)
  })
}

/** Null for what no instance of this version says. */
export function parseNotification(payload: string): Notification | null {
  const [kind, id = '', result, number] = payload.split(' ')
  switch (kind) {
    case 'changed':
    case 'snapshot':
      return { kind }
    case 'request':
      return { kind, id }
    case 'answer':
      return { kind, id, result: result === 'true', number: Number(number) }
    default:
      return null
  }
}
