import { SETTINGS } from './scale/settings.ts'
import { type Counts, simulate } from './scale/simulate.ts'

/** A machine is full at this share of its processors' time. */
const MAX_LOAD = 0.5

/** What a paper of any size needs, by the costs of docs/scale.md: `STORIES=… VIEWS=… npm run bench -- scale`. */
export async function runBench(): Promise<void> {
  const counts = simulate(SETTINGS)
  for (const [what, found] of [...listTraffic(counts), ...listCores(counts), ...listRoom()])
    console.log(`${what.padEnd(58)} ${found}`)
}

function listTraffic({
  requests,
  seconds,
  cacheHits,
  storeHits,
  renders,
  purges,
  cachedPages,
}: Counts): Row[] {
  const a = (count: number) => `${format(count / seconds)} a second`
  return [
    ['requests in the busiest hour', a(requests)],
    ['answered by the caches in front', `${percent(cacheHits / requests)}, ${a(cacheHits)}`],
    ['answered by instances from memory', `${percent(storeHits / requests)}, ${a(storeHits)}`],
    ['rendered', `${percent(renders / requests)}, ${a(renders)}`],
    ['messages to purge', a(purges)],
    ['pages held in all caches at the end', format(cachedPages)],
    ['to readers', `${format(((requests / seconds) * SETTINGS.PAGE_BYTES * 8) / 1e6)} Mbit/s`],
  ]
}

function listCores({ seconds, cacheHits, storeHits, renders, purges, saves, requests }: Counts): Row[] {
  const { HIT_US, STORE_HIT_US, PURGE_US, MISS_MS, SAVE_MS, WORLD, INSTANCES, CACHES } = SETTINGS
  const misses = requests - cacheHits
  const front = (cacheHits * HIT_US + misses * 2 * HIT_US + purges * PURGE_US) / 1e6 / seconds
  const site = (misses * STORE_HIT_US) / 1e6 / seconds + (renders * MISS_MS) / 1e3 / seconds
  const saving = (saves * SAVE_MS * INSTANCES) / 1e3 / seconds
  return [
    ['cores of the caches, at half load', format(front / MAX_LOAD)],
    ['cores of the instances for readers, at half load', format(site / MAX_LOAD)],
    ['cores of the instances for saves, each with its own index', format(saving / MAX_LOAD)],
    ['a story round the world: cores of the caches besides', format((WORLD * HIT_US) / 1e6 / MAX_LOAD)],
    ['the same: requests that reach the site at each save of it', format(CACHES)],
    ['the same, without caches: cores of the instances', format((WORLD * STORE_HIT_US) / 1e6 / MAX_LOAD)],
    ['answered from memory in all', `${percent((cacheHits + storeHits) / requests)}`],
  ]
}

function listRoom(): Row[] {
  const { STORIES, STORY_BYTES, WORD_BYTES, SAVES, CACHES } = SETTINGS
  return [
    ['the index on disk, without its words', `${format((STORIES * STORY_BYTES) / 1e9)} GB`],
    ['its words', `${format((STORIES * WORD_BYTES) / 1e9)} GB`],
    ['messages to purge a day', format(SAVES * CACHES * 2)],
  ]
}

type Row = [what: string, found: string]

const percent = (share: number) => `${(share * 100).toFixed(2)} %`

function format(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(2)
}
