import type { DatabaseSync } from 'node:sqlite'

/** Notes what is written to a database from now on, by whatever statement. */
export type Recorder = {
  /** What was written since the last time; null for nothing. */
  take: () => Uint8Array | null
  close: () => void
}

/** Tables of FTS5 are recorded as the ordinary tables that they are made of. */
export function recordChanges(database: DatabaseSync): Recorder {
  let session = database.createSession()
  return {
    take: () => {
      const changes = session.changeset()
      if (changes.length === 0) return null
      session.close()
      session = database.createSession()
      return changes
    },
    close: () => session.close(),
  }
}
