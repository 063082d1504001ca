import type { Index } from '#lib/index/index-state.ts'
import { listProblems } from '#lib/index/problems.ts'

/** What the index says, without the accidents of its making: row numbers, stamps, revisions. */
export function describeIndex(index: Index) {
  const { database } = index
  return {
    posts: database
      .prepare(
        'SELECT file, slug, copy_of, published, month, data, text FROM post JOIN body ON body.post = post.id ORDER BY file',
      )
      .all(),
    listings: database
      .prepare(
        `SELECT kind, list.slug AS list, total, file FROM list
         JOIN listing ON listing.list = list.id JOIN post ON post.id = listing.post ORDER BY kind, list, file`,
      )
      .all(),
    problems: listProblems(index),
  }
}
