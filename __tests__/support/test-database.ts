import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { POSTGRES_FOLDER } from './postgres-folder.ts'

/** The address of PostgreSQL is handed to the test files in the environment. */
export const DATABASE_VARIABLE = 'BROADSHEET_TEST_POSTGRES'

/** A database for each data folder: a site that is started again finds its own. */
export function toDatabaseEnv(dataDir: string): Record<string, string> {
  const server = process.env[DATABASE_VARIABLE]
  if (server === undefined) return {}
  const name = `site_${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`
  const { status, stderr } = spawnSync(
    path.join(POSTGRES_FOLDER, 'createdb'),
    ['--maintenance-db', server, name],
    { encoding: 'utf8' },
  )
  if (status !== 0 && !stderr.includes('already exists')) throw new Error(stderr)
  return { DATABASE_URL: new URL(`/${name}`, server).href }
}
