import { globSync } from 'node:fs'
import path from 'node:path'

/** The programs of PostgreSQL are in a folder of their own on Debian. */
export const POSTGRES_FOLDER = path.dirname(
  globSync(['/usr/lib/postgresql/*/bin/initdb', '/usr/local/bin/initdb', '/usr/bin/initdb']).sort().at(-1) ??
    '',
)
