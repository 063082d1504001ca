import { getRevision } from '#lib/freshness/revision.ts'
import { countLive } from '#lib/index/counts.ts'
import { countQuarantined } from '#lib/index/problems.ts'
import { peekIndex } from '#lib/sync/open-index.ts'

/** `posts` counts live stories, `problems` the files held back; `faults` are words of `FAULTS`. */
export function getHealth(now: Date) {
  const index = peekIndex()
  return {
    status: index.status,
    posts: countLive(index, { kind: 'all', slug: '' }, now),
    problems: countQuarantined(index),
    revision: Math.floor(getRevision(index)),
    faults: [...index.faults.keys()].sort(),
  }
}
