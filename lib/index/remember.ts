import type { Site } from '#lib/config/site.ts'
import { getNextBoundary } from './clock.ts'
import type { Index } from './index-state.ts'
import { getKnownRevision } from './revision.ts'

/** What was read, and for how long it is true: while the index is at this revision, and no boundary of the clock passed. */
type Memory<Value> = { value: Value; revision: number; site: Site; from: number; until: number }

/** Reads what every page shows once for each change of the index, not once for each page. */
export function createMemory<Value>(read: (index: Index, now: Date) => Value) {
  const memories = new WeakMap<Index, Memory<Value>>()
  return (index: Index, now: Date): Value => {
    const time = now.getTime()
    const revision = getKnownRevision(index, now)
    const known = memories.get(index)
    const isSame = known?.revision === revision && known.site === index.site
    if (known !== undefined && isSame && known.from <= time && time < known.until) return known.value
    const value = read(index, now)
    const until = getNextBoundary(index, now) ?? Number.POSITIVE_INFINITY
    memories.set(index, { value, revision, site: index.site, from: time, until })
    return value
  }
}
