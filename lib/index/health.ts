import { countLive } from './counts.ts'
import { peekIndex } from './open-index.ts'
import { countQuarantined } from './problems.ts'
import { getRevision } from './revision.ts'

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
