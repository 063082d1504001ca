import { startPostgres } from './postgres-server.ts'
import { DATABASE_VARIABLE } from './test-database.ts'

/**
 * With `TEST_DATABASE=postgres`, starts PostgreSQL for all sites that tests start: each shares its index there, with itself alone.
 * The returned function stops it.
 */
export async function startTestDatabase(): Promise<() => Promise<void>> {
  const wanted = process.env.TEST_DATABASE
  if (wanted === undefined || wanted === 'sqlite') return async () => {}
  if (wanted !== 'postgres') throw new Error(`TEST_DATABASE must be sqlite or postgres, not "${wanted}".`)
  const server = await startPostgres()
  process.env[DATABASE_VARIABLE] = server.url
  return server.close
}
