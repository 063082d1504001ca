import { createModelCache, type ModelCache } from './cache.ts'
import { createRecent, createSequence, createZipf } from './readers.ts'
import type { SETTINGS } from './settings.ts'

type Settings = Record<keyof typeof SETTINGS, number>

/** Of the requests of the measured time: how many each layer answered. `seconds` is that time. */
export type Counts = {
  requests: number
  cacheHits: number
  storeHits: number
  renders: number
  purges: number
  saves: number
  seconds: number
  cachedPages: number
}

const DAY_S = 86_400

/** Requests drawn before it is counted, so that caches are filled, and while it is. */
const WARM_UP = 4_000_000
const MEASURED = 4_000_000

/**
 * Draws requests of the busiest hour one by one, with saves and the clock's boundaries among them, through `CACHES` caches and
 * `INSTANCES` page stores. Readers reach caches and caches instances by turns, so that each layer is as cold as it can be.
 */
export function simulate(settings: Settings): Counts {
  const draw = createSequence(1)
  const drawList = createZipf(settings.LISTS, settings.ZIPF, draw)
  const drawArchive = createZipf(settings.STORIES, settings.ZIPF, draw)
  const drawRecent = createRecent(settings.NEW, settings.HALF_LIFE, draw)
  const rate = (settings.VIEWS / DAY_S) * settings.PEAK
  const caches = create(settings.CACHES, (settings.CACHE_GB * 1e9) / settings.PAGE_BYTES)
  const stores = create(settings.INSTANCES, (settings.STORE_GB * 1e9) / settings.STORE_PAGE_BYTES)
  const counts = { requests: 0, cacheHits: 0, storeHits: 0, renders: 0, purges: 0, saves: 0 }
  const saveEvery = DAY_S / Math.max(1, settings.SAVES)
  const boundaryEvery = DAY_S / Math.max(1, settings.BOUNDARIES)
  const storyCount = Math.floor(settings.STORIES)
  /** Lists are numbered below zero; a recent story and the same one found in the archive are one page. */
  const toStory = (back: number) => storyCount - 1 - Math.min(back, storyCount - 1)
  let nextSave = saveEvery

  function drawPage(): number {
    const kind = draw()
    if (kind < settings.LIST_SHARE) return -1 - drawList()
    if (kind < settings.LIST_SHARE + settings.ARCHIVE_SHARE) return scatter(drawArchive(), storyCount)
    return toStory(drawRecent())
  }

  function save(): void {
    counts.saves += 1
    const story = toStory(drawRecent())
    const changed = [story, story - 1, story + 1, -1]
    while (changed.length < settings.PAGES_A_SAVE) changed.push(-1 - drawList())
    for (const layer of [...caches, ...stores]) for (const page of changed) layer.purge(page)
    counts.purges += settings.CACHES * 2
  }

  for (let number = 0; number < WARM_UP + MEASURED; number += 1) {
    if (number === WARM_UP)
      Object.assign(counts, { cacheHits: 0, storeHits: 0, renders: 0, purges: 0, saves: 0 })
    const now = number / rate
    for (; nextSave <= now; nextSave += saveEvery) save()
    const until = (Math.floor(now / boundaryEvery) + 1) * boundaryEvery
    const page = drawPage()
    if (caches[number % caches.length]?.ask(page, now, until) === true) counts.cacheHits += 1
    // What an instance holds is good until it changes, whatever the clock does to other pages.
    else if (stores[Math.floor(draw() * stores.length)]?.ask(page, now, Number.POSITIVE_INFINITY) === true)
      counts.storeHits += 1
    else counts.renders += 1
  }
  const cachedPages = caches.reduce((sum, cache) => sum + cache.countPages(), 0)
  return { ...counts, requests: MEASURED, seconds: MEASURED / rate, cachedPages }
}

function create(count: number, capacity: number): ModelCache[] {
  return Array.from({ length: Math.max(1, Math.floor(count)) }, () => createModelCache(capacity))
}

/** Ranks of the archive lie anywhere in it. */
function scatter(rank: number, count: number): number {
  return (rank * 7_368_787) % count
}
