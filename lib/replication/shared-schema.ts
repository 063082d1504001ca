import { SCHEMA_PREFIX, SHARED_SCHEMA, type Sql } from './link.ts'

/**
 * What PostgreSQL holds for all instances: the history of the index, and what is asked of its writer.
 *
 * - `state`     one row once an index is complete: the `lineage` of its history, and the number of its `last` change.
 * - `change`    each change of the index, in order, as a compressed changeset of SQLite's session extension.
 * - `snapshot`  the whole index after the change of that number, in compressed parts.
 * - `request`   what instances that do not write ask of the one that does.
 */
const TABLES = [
  `CREATE TABLE IF NOT EXISTS state (
     id integer PRIMARY KEY CHECK (id = 1), lineage uuid NOT NULL, last bigint NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS change (
     number bigint PRIMARY KEY, author uuid NOT NULL, data bytea NOT NULL, at timestamptz NOT NULL DEFAULT now())`,
  'ALTER TABLE change ALTER COLUMN data SET STORAGE EXTERNAL',
  `CREATE TABLE IF NOT EXISTS snapshot (
     number bigint NOT NULL, part integer NOT NULL, data bytea NOT NULL, PRIMARY KEY (number, part))`,
  'ALTER TABLE snapshot ALTER COLUMN data SET STORAGE EXTERNAL',
  `CREATE TABLE IF NOT EXISTS request (
     id uuid PRIMARY KEY, data text NOT NULL, at timestamptz NOT NULL DEFAULT now())`,
]

/** Creates what is missing. Several instances may do so at once. */
export async function ensureSchema(sql: Sql): Promise<void> {
  const [known] =
    await sql`SELECT 1 FROM pg_tables WHERE schemaname = ${SHARED_SCHEMA} AND tablename = 'request'`
  if (known !== undefined) return
  await sql.begin(async (transaction) => {
    await transaction`SELECT pg_advisory_xact_lock(hashtextextended(${`${SCHEMA_PREFIX}create`}, 0))`
    await transaction`CREATE SCHEMA IF NOT EXISTS ${transaction(SHARED_SCHEMA)}`
    for (const table of TABLES) await transaction.unsafe(table)
  })
}

/** Schemas of other versions are dropped when nobody has written them for so long: their instances may still serve. */
const FORMER = '1 day'

/** Drops what instances of other versions left behind. */
export async function dropFormerSchemas(sql: Sql): Promise<void> {
  const schemas = await sql`
    SELECT schemaname AS name FROM pg_tables
    WHERE tablename = 'change' AND starts_with(schemaname, ${SCHEMA_PREFIX}) AND schemaname <> ${SHARED_SCHEMA}`
  for (const { name } of schemas) await dropUnused(sql, String(name))
}

async function dropUnused(sql: Sql, schema: string): Promise<void> {
  await sql.begin(async (transaction) => {
    const [lock] = await transaction`SELECT pg_try_advisory_xact_lock(hashtextextended(${schema}, 0)) AS held`
    if (lock?.held !== true) return
    const [recent] = await transaction`
      SELECT 1 FROM ${transaction(schema)}.change WHERE at > now() - ${FORMER}::interval LIMIT 1`
    if (recent === undefined) await transaction`DROP SCHEMA ${transaction(schema)} CASCADE`
  })
}
