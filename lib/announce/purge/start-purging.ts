import { type Env, getEnv } from '#lib/config/env.ts'
import { getMissingCredential, listCaches, type SharedCache } from '#lib/config/purge-settings.ts'
import type { Index } from '#lib/index/index-state.ts'
import { SITE_TAG } from '#lib/routes/cache-tags.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { deliverPurge, type PurgeFailure } from './deliver-purge.ts'
import { purgeDue } from './purge-cache.ts'
import { LIMITS } from './purge-request.ts'
import { purgeSeen, type Seen } from './purge-seen.ts'

const POLL_MS = 100

type CacheState = {
  isBusy: boolean
  failures: number
  pausedUntil: number
  /** What is wrong; '' for nothing. */
  fault: string
  /** Whether everything is to be purged though that could not be queued. */
  isOutdated: boolean
  /** What was told of changes that another instance wrote. */
  seen: Seen
}

/**
 * From now on, tells caches in front of the site what changed, at once; of instances that share an index, the one that writes does, and
 * the others where that costs nothing. Never ends by itself.
 */
export function startPurging(): { stop: () => void } {
  const purger = createPurger(peekIndex(), getEnv())
  const run = () => purger.run(new Date()).catch((error: unknown) => peekIndex().log(String(error)))
  const timer = setInterval(run, POLL_MS).unref()
  return { stop: () => clearInterval(timer) }
}

export type Purger = {
  /** Tells each cache that is not being told already, and does not want to be let alone. Resolves when all were told. */
  run: (now: Date) => Promise<void>
}

export function createPurger(index: Index, env: Pick<Env, 'purge' | 'siteUrl'>): Purger {
  const states = new Map<string, CacheState>()
  let withheld = ''
  let said = ''

  async function run(now: Date): Promise<void> {
    if (index.status === 'starting') return
    const { isFollower } = index
    const caches = listCaches(index.site, env).filter(({ kind }) => !isFollower || LIMITS[kind].isToldByAll)
    for (const name of states.keys()) if (!caches.some((cache) => cache.name === name)) states.delete(name)
    noteWithheld(caches)
    await Promise.all(caches.map((cache) => runCache(cache, getState(cache), now)))
    // Faults of an index that is shared are said by the instance that writes it.
    if (!isFollower) await sayFaults()
  }

  /** Stories whose files are hidden while nothing can be written, so no row tells of them. */
  function noteWithheld(caches: readonly SharedCache[]): void {
    const present = [...index.withheld.keys()].join('\n')
    if (present === withheld) return
    withheld = present
    for (const cache of caches) getState(cache).isOutdated = true
  }

  async function runCache(cache: SharedCache, state: CacheState, now: Date): Promise<void> {
    if (state.isBusy || now.getTime() < state.pausedUntil) return
    state.isBusy = true
    try {
      const failure = await purge(cache, state, now)
      if (failure === null) Object.assign(state, { failures: 0, fault: '' })
      else pause(cache, state, failure, now)
    } catch (error) {
      pause(
        cache,
        state,
        { reason: Error.isError(error) ? error.message : String(error), retryAfterMs: 0 },
        now,
      )
    } finally {
      state.isBusy = false
    }
  }

  async function purge(cache: SharedCache, state: CacheState, now: Date): Promise<PurgeFailure | null> {
    const missing = getMissingCredential(cache, env.purge)
    if (missing !== null) return { reason: `${missing} is not set`, retryAfterMs: 0 }
    if (state.isOutdated) {
      const failure = await deliverPurge(cache, [SITE_TAG], env, now)
      if (failure !== null) return failure
      state.isOutdated = false
    }
    if (index.isFollower) return purgeSeen(index, cache, state.seen, env, now)
    state.seen.revision = null
    return purgeDue(index, cache, env, now)
  }

  async function sayFaults(): Promise<void> {
    const faults = [...states.values()].map(({ fault }) => fault).filter((fault) => fault !== '')
    const text = faults.join(' ')
    if (text === said && (text === '') === !index.faults.has('purge-failed')) return
    const message = text === '' ? 'Caches in front of the site are purged again.' : text
    const isSaid = await index.write({
      kind: 'fault',
      fault: 'purge-failed',
      isRaised: text !== '',
      message,
    })
    if (isSaid) said = text
  }

  function getState({ name }: SharedCache): CacheState {
    const known = states.get(name)
    if (known !== undefined) return known
    const seen: Seen = { revision: null, again: null }
    const state = { isBusy: false, failures: 0, pausedUntil: 0, fault: '', isOutdated: false, seen }
    states.set(name, state)
    return state
  }

  return { run }
}

function pause(
  { kind, name }: SharedCache,
  state: CacheState,
  { reason, retryAfterMs }: PurgeFailure,
  now: Date,
): void {
  const { firstPauseMs, maxPauseMs } = LIMITS[kind]
  const own = Math.min(firstPauseMs * 2 ** state.failures, maxPauseMs)
  state.failures += 1
  state.pausedUntil = now.getTime() + Math.max(own, retryAfterMs)
  state.fault = `${name} cannot be purged: ${reason}. It may show what is no longer so; it is tried again.`
}
