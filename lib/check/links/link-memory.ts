import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Result of a link check: reachable, broken, or unknown (the server refuses programs, or robots.txt forbids the request). */
export type LinkState = 'alive' | 'failing' | 'unknown'

/** What is remembered of an address. Times are ISO 8601; `failingSince` is null unless it fails. */
export type RememberedLink = {
  state: LinkState
  reason: string
  checked: string
  failingSince: string | null
}

/** What became of links, from one run to the next: `links.sqlite` in DATA_DIR. */
export class LinkMemory {
  readonly #database: DatabaseSync

  constructor(dataDir: string) {
    mkdirSync(dataDir, { recursive: true })
    this.#database = new DatabaseSync(path.join(dataDir, 'links.sqlite'))
    this.#database.exec(
      `CREATE TABLE IF NOT EXISTS link (
         url TEXT PRIMARY KEY, state TEXT NOT NULL, reason TEXT NOT NULL, checked TEXT NOT NULL, failing_since TEXT
       ) WITHOUT ROWID`,
    )
  }

  get(url: string): RememberedLink | null {
    const row = this.#database.prepare('SELECT * FROM link WHERE url = ?').get(url)
    if (row === undefined) return null
    const state = row.state === 'alive' || row.state === 'failing' ? row.state : 'unknown'
    const failingSince = row.failing_since === null ? null : String(row.failing_since)
    return { state, reason: String(row.reason), checked: String(row.checked), failingSince }
  }

  put(url: string, { state, reason, checked, failingSince }: RememberedLink): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO link VALUES (?, ?, ?, ?, ?)')
      .run(url, state, reason, checked, failingSince)
  }

  close(): void {
    this.#database.close()
  }
}
