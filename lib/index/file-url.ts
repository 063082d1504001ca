import type { Index } from './index-state.ts'
import { LIVE_POST } from './live.ts'

const QUERIES = [
  { sql: `SELECT slug FROM post WHERE file = :file AND ${LIVE_POST}`, folder: '/posts/' },
  { sql: 'SELECT slug FROM page WHERE file = :file AND :now > 0', folder: '/' },
  { sql: 'SELECT slug FROM author WHERE file = :file AND :now > 0', folder: '/authors/' },
]

/** The URL path a content file answers at, null where the public has none for it at `now`. */
export function getFileUrl(index: Index, file: string, now: Date): string | null {
  for (const { sql, folder } of QUERIES) {
    const slug = index.prepare(sql).get({ file, now: now.getTime() })?.slug
    if (slug !== undefined) return folder + encodeURIComponent(String(slug))
  }
  return null
}
