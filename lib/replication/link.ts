import postgres from 'postgres'
import { SCHEMA_VERSION } from '#lib/index/schema/schema.ts'

export type Sql = postgres.Sql
export type Transaction = postgres.TransactionSql

export const SCHEMA_PREFIX = 'broadsheet_'

/** The schema of PostgreSQL that instances of this version share. Another version has its own beside it. */
export const SHARED_SCHEMA = `${SCHEMA_PREFIX}${SCHEMA_VERSION.toString(16)}`

const CONNECT_SECONDS = 5

/** How long a statement may take, and how long one with a whole copy of the index. */
const STATEMENT_MS = 60_000
export const COPY_MS = 900_000

/** How often it is looked whether PostgreSQL answers at all, and how long it may take. */
const PING_MS = 2_000
const MAX_SILENCE_MS = 10_000

/** The connections of one instance to the shared index. One that failed is closed, and another is opened. */
export type Link = {
  /** For queries that any connection can answer. */
  readonly sql: Sql
  /** A single connection: the writer's lock lives and ends with it, and whatever the writer writes goes through it. */
  readonly lock: Sql
  /** A connection beside these, for whole copies of the index; to be ended by whoever opened it. */
  openCopy: () => Sql
  /** @throws {Error} when the connection of the lock was lost */
  check: () => void
  close: () => Promise<void>
}

/**
 * Connects when the first query is sent.
 *
 * @param url `postgres://…`, which may hold a password: it is never logged
 * @param onLost told once, when the connection of the lock is lost
 */
export function openLink(url: string, onLost: () => void): Link {
  let isLost = false
  const lose = () => {
    isLost = true
    onLost()
  }
  const sql = connect(url, 4, () => {})
  const lock = connect(url, 1, lose)
  const close = async (seconds: number) => {
    clearInterval(timer)
    await Promise.all([sql.end({ timeout: seconds }), lock.end({ timeout: seconds })])
  }
  const timer = setInterval(() => {
    if (isLost) return
    // Queries that wait for a machine that vanished would wait for ever.
    const silence = setTimeout(() => {
      lose()
      close(0).catch(() => {})
    }, MAX_SILENCE_MS)
    sql`SELECT 1`.then(
      () => clearTimeout(silence),
      () => clearTimeout(silence),
    )
  }, PING_MS)
  return {
    sql,
    lock,
    openCopy: () => connect(url, 1, () => {}, COPY_MS),
    check: () => {
      if (isLost) throw new Error('the connection was lost')
    },
    close: () => close(1),
  }
}

function connect(url: string, max: number, onclose: () => void, timeoutMs = STATEMENT_MS): Sql {
  return postgres(url, {
    max,
    onclose,
    connect_timeout: CONNECT_SECONDS,
    // A lock and a LISTEN are the connection's own: none is ever exchanged for another.
    max_lifetime: null,
    fetch_types: false,
    onnotice: () => {},
    connection: {
      application_name: 'broadsheet',
      search_path: SHARED_SCHEMA,
      statement_timeout: timeoutMs,
      // A machine that vanished holds the lock no longer than this.
      tcp_keepalives_idle: 2,
      tcp_keepalives_interval: 1,
      tcp_keepalives_count: 2,
    },
  })
}
