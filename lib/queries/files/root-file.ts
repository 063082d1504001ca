import type { Index } from '#lib/index/index-state.ts'
import { findReservedPath } from '#lib/routes/reserved-slugs.ts'
import { listForms } from '#lib/text/unicode-forms.ts'

/** The file of the content folder that is served at a path, decoded, as it is; null where there is none. */
export function findRootFile(index: Index, path: string): string | null {
  if (findReservedPath(path) !== null) return null
  const find = index.prepare('SELECT path FROM file WHERE path = ?')
  for (const form of listForms(path)) {
    const row = find.get(`root${form}`)
    if (row !== undefined) return String(row.path)
  }
  return null
}
