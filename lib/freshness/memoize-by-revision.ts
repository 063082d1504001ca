import type { Site } from '#lib/config/site.ts'
import type { Index } from '#lib/index/index-state.ts'
import { getKnownRevision } from './revision.ts'
import { getNextBoundary } from './schedule.ts'

/** What was read, and for how long it is true: while the index is at this revision, and no boundary of the clock passed. */
type Memoized<Value> = { value: Value; revision: number; site: Site; from: number; until: number }

/** Reads what every page shows once for each change of the index, not once for each page. */
export function memoizeByRevision<Value>(read: (index: Index, now: Date) => Value) {
  const memoized = new WeakMap<Index, Memoized<Value>>()
  return (index: Index, now: Date): Value => {
    const time = now.getTime()
    const revision = getKnownRevision(index, now)
    const known = memoized.get(index)
    const isSame = known?.revision === revision && known.site === index.site
    if (known !== undefined && isSame && known.from <= time && time < known.until) return known.value
    const value = read(index, now)
    const until = getNextBoundary(index, now)
    memoized.set(index, { value, revision, site: index.site, from: time, until })
    return value
  }
}
