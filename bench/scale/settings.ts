/**
 * A paper and its machines, each number from the environment variable of its name. Costs are those of docs/scale.md:
 * measure your own with the other benches.
 */
export const SETTINGS = {
  /** Stories ever printed, new ones a day, and saves a day (new ones, updates, corrections). */
  STORIES: read('STORIES', 10_000_000),
  NEW: read('NEW', 1_000),
  SAVES: read('SAVES', 4_000),
  /** Instants a day at which the clock changes pages: embargoes, expiries, ends of live stories. */
  BOUNDARIES: read('BOUNDARIES', 50),
  /** Page views a day, and how many times their mean the busiest hour has. */
  VIEWS: read('VIEWS', 100_000_000),
  PEAK: read('PEAK', 4),
  /** Of 1: views of lists (front page, sections, topics, feeds), and views of stories found in the archive. */
  LIST_SHARE: read('LIST_SHARE', 0.35),
  ARCHIVE_SHARE: read('ARCHIVE_SHARE', 0.15),
  /** Lists that anybody reads; how unevenly lists and the archive are read (1: the n-th by one n-th of the first). */
  LISTS: read('LISTS', 50_000),
  ZIPF: read('ZIPF', 0.9),
  /** Hours after which a new story is read half as much. */
  HALF_LIFE: read('HALF_LIFE', 8),
  /** Pages that a save changes: the story, its neighbours, its lists and their feeds. */
  PAGES_A_SAVE: read('PAGES_A_SAVE', 30),
  /** Requests a second for a story that goes round the world. */
  WORLD: read('WORLD', 100_000),
  /** Memory of each cache, and of each instance's page store, in GB; bytes of a page there. */
  CACHES: read('CACHES', 2),
  CACHE_GB: read('CACHE_GB', 32),
  STORE_GB: read('STORE_GB', 1),
  PAGE_BYTES: read('PAGE_BYTES', 14_000),
  STORE_PAGE_BYTES: read('STORE_PAGE_BYTES', 55_000),
  INSTANCES: read('INSTANCES', 3),
  /** Microseconds of processor time: a hit in Varnish, a page from an instance's store, a message to purge. */
  HIT_US: read('HIT_US', 42),
  STORE_HIT_US: read('STORE_HIT_US', 15),
  PURGE_US: read('PURGE_US', 80),
  /** Milliseconds of processor time: a first rendering, a save. */
  MISS_MS: read('MISS_MS', 11),
  SAVE_MS: read('SAVE_MS', 180),
  /** Bytes of the index for a story without its words, and of its words. */
  STORY_BYTES: read('STORY_BYTES', 4_200),
  WORD_BYTES: read('WORD_BYTES', 3_700),
} as const

function read(name: string, usual: number): number {
  const value = Number(process.env[name] ?? usual)
  if (Number.isFinite(value) && value >= 0) return value
  throw new Error(`${name} must be a number from 0 up, not "${process.env[name]}".`)
}
