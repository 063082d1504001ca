import { createHash } from 'node:crypto'
import postgres from 'postgres'

/** The address of PostgreSQL is handed to the test files in the environment. */
export const DATABASE_VARIABLE = 'BROADSHEET_TEST_POSTGRES'

/** A database for each data folder, where there are to be any: a site that is started again finds its own. */
export async function openTestDatabase(dataDir: string): Promise<Record<string, string>> {
  const server = process.env[DATABASE_VARIABLE]
  if (server === undefined) return {}
  const name = `site_${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`
  const sql = postgres(server, { max: 1, onnotice: () => {} })
  try {
    const [known] = await sql`SELECT 1 FROM pg_database WHERE datname = ${name}`
    if (known === undefined) await sql`CREATE DATABASE ${sql(name)}`
  } finally {
    await sql.end()
  }
  return { DATABASE_URL: new URL(`/${name}`, server).href }
}
