import path from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'

/**
 * What a run has to remember of all items, however many: which file names are taken, which items it saw, and parts of
 * the export that others refer to. On disk, so that memory holds none of it.
 */
export class Ledger {
  readonly #database: DatabaseSync
  readonly #takeName: StatementSync
  readonly #see: StatementSync
  readonly #getSeen: StatementSync
  readonly #putPart: StatementSync
  readonly #getPart: StatementSync
  readonly #addTo: StatementSync
  readonly #list: StatementSync

  constructor(folder: string, name: string) {
    this.#database = new DatabaseSync(path.join(folder, `${name}.sqlite`))
    this.#database.exec(`
      PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -4000;
      CREATE TABLE name (name TEXT PRIMARY KEY) WITHOUT ROWID;
      CREATE TABLE seen (key TEXT PRIMARY KEY, hash TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE part (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE list (key TEXT, place REAL, value TEXT NOT NULL);
      CREATE INDEX list_key ON list (key, place);
      BEGIN`)
    this.#takeName = this.#database.prepare('INSERT OR IGNORE INTO name VALUES (?)')
    this.#see = this.#database.prepare('INSERT OR IGNORE INTO seen VALUES (?, ?)')
    this.#getSeen = this.#database.prepare('SELECT hash FROM seen WHERE key = ?')
    this.#putPart = this.#database.prepare('INSERT OR REPLACE INTO part VALUES (?, ?)')
    this.#getPart = this.#database.prepare('SELECT value FROM part WHERE key = ?')
    this.#addTo = this.#database.prepare('INSERT INTO list VALUES (?, ?, ?)')
    this.#list = this.#database.prepare('SELECT value FROM list WHERE key = ? ORDER BY place, rowid')
  }

  /** False when an item before had that name, in whatever case or Unicode form: not every disk tells those apart. */
  takeName(name: string): boolean {
    return this.#takeName.run(name.normalize('NFC').toLowerCase()).changes === 1
  }

  /** Whether an item is the first of its key, the same as an earlier one (`hash`), or another with its key. */
  see(key: string, hash: string): 'first' | 'same' | 'other' {
    if (this.#see.run(key, hash).changes === 1) return 'first'
    return this.#getSeen.get(key)?.hash === hash ? 'same' : 'other'
  }

  putPart(key: string, value: object): void {
    this.#putPart.run(key, JSON.stringify(value))
  }

  /** What was put under that key, unchecked; null when nothing was. */
  getPart(key: string): unknown {
    const row = this.#getPart.get(key)
    return row === undefined ? null : JSON.parse(String(row.value))
  }

  /** Adds to the list of that key; `place` orders it. */
  addTo(key: string, place: number, value: string): void {
    this.#addTo.run(key, place, value)
  }

  list(key: string): string[] {
    return this.#list.all(key).map(({ value }) => String(value))
  }

  close(): void {
    this.#database.close()
  }
}
