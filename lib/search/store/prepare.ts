import type { DatabaseSync, StatementSync } from 'node:sqlite'

const statements = new WeakMap<DatabaseSync, Map<string, StatementSync>>()

/** A prepared statement, prepared once for each connection. */
export function prepare(database: DatabaseSync, sql: string): StatementSync {
  const ofDatabase = statements.get(database) ?? new Map<string, StatementSync>()
  statements.set(database, ofDatabase)
  const known = ofDatabase.get(sql)
  if (known !== undefined) return known
  const statement = database.prepare(sql)
  ofDatabase.set(sql, statement)
  return statement
}
