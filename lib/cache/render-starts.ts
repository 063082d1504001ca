import { LRUCache } from 'lru-cache'

const MOST_PATHS = 10_000

type Start = { revision: number; ended: boolean }

declare global {
  /** Next loads its cache handler by itself: the server and the handler meet here. */
  var broadsheetRenderStarts: LRUCache<string, Start> | undefined
}

/** Next is about to render `path`, or to join a rendering of it that is under way and saw an older index. */
export function markRenderStart(path: string, revision: number): void {
  const starts = getStarts()
  const underWay = starts.get(path)
  if (underWay === undefined || underWay.ended) starts.set(path, { revision, ended: false })
  else underWay.revision = Math.min(underWay.revision, revision)
}

/** Next rendered `path`. Answers with the revision of the index when that began; null when nobody knows. */
export function markRenderEnd(path: string): number | null {
  const start = getStarts().get(path)
  if (start === undefined) return null
  start.ended = true
  return start.revision
}

/** The revision of the index when the last rendering of `path` began, as far as is known. */
export function getRenderStart(path: string): number | null {
  return getStarts().get(path)?.revision ?? null
}

function getStarts(): LRUCache<string, Start> {
  globalThis.broadsheetRenderStarts ??= new LRUCache({ max: MOST_PATHS })
  return globalThis.broadsheetRenderStarts
}
