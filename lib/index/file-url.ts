import path from 'node:path'
import { toListPath, toPagePath, toPostPath } from '#lib/routes/paths.ts'
import { listForms } from '#lib/text/unicode-forms.ts'
import type { Index } from './index-state.ts'
import { LIVE_POST } from './live.ts'

const QUERIES = [
  { sql: `SELECT slug FROM post WHERE file = :file AND ${LIVE_POST}`, toPath: toPostPath },
  { sql: 'SELECT slug FROM page WHERE file = :file AND :now > 0', toPath: toPagePath },
  { sql: 'SELECT slug FROM author WHERE file = :file AND :now > 0', toPath: toAuthorPath },
]

/** `index.md`, `_index.md`, `README.md`, and the same of a language: `index.fr.md`. */
const FOLDER_NAME = /^(?:_?index|readme)\.(?:[\w-]+\.)?\w+$/i

/**
 * The URL path a content file answers at, null where the public has none for it at `now`. Hugo's writers name a file
 * without its folder: a name that only one story bears will do.
 */
export function getFileUrl(index: Index, file: string, now: Date): string | null {
  for (const form of listForms(file)) {
    for (const { sql, toPath } of QUERIES) {
      const slug = index.prepare(sql).get({ file: form, now: now.getTime() })?.slug
      if (slug !== undefined) return toPath(String(slug))
    }
  }
  const name = path.posix.basename(file)
  // Every bundle's text is called so: the name says nothing about which is meant.
  return FOLDER_NAME.test(name) ? null : getNameUrl(index, name, now)
}

function getNameUrl(index: Index, name: string, now: Date): string | null {
  const rows = index
    .prepare(`SELECT slug FROM post WHERE name = :name AND ${LIVE_POST} LIMIT 2`)
    .all({ name: name.normalize('NFC'), now: now.getTime() })
  return rows.length === 1 ? toPostPath(String(rows[0]?.slug)) : null
}

function toAuthorPath(slug: string): string {
  return toListPath({ kind: 'author', slug })
}
