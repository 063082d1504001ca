import { LRUCache } from 'lru-cache'

const MAX_PATHS = 10_000

type Start = { revision: number; ended: boolean }

const starts = new LRUCache<string, Start>({ max: MAX_PATHS })

/** Next is about to render `path`, or to join a rendering of it that is under way and saw an older index. */
export function markRenderStart(path: string, revision: number): void {
  const underWay = starts.get(path)
  if (underWay === undefined || underWay.ended) starts.set(path, { revision, ended: false })
  else underWay.revision = Math.min(underWay.revision, revision)
}

/** Next rendered `path`. Returns the index revision when the rendering began; null when unknown. */
export function markRenderEnd(path: string): number | null {
  const start = starts.get(path)
  if (start === undefined) return null
  start.ended = true
  return start.revision
}
