import { availableParallelism } from 'node:os'
import path from 'node:path'
import { LRUCache } from 'lru-cache'
import type { Index } from '#lib/index/index-state.ts'
import { PictureCache } from '#lib/media/picture-cache.ts'
import { SingleFlight } from '#lib/media/single-flight.ts'
import { Turnstile } from '#lib/media/turnstile.ts'
import { createRecall, type Recall } from './recall-pictures.ts'

/** What a process keeps to make and serve pictures. */
export type PictureDesk = {
  /** Fetched originals and derived pictures, on disk. */
  readonly disk: PictureCache
  /** The same bytes in memory, while they are asked for often. */
  readonly hot: LRUCache<string, Uint8Array>
  /** What could not be made a moment ago, so that asking again costs nothing. */
  readonly failed: LRUCache<string, true>
  readonly flights: SingleFlight<Uint8Array | null>
  readonly derivations: Turnstile
  readonly recall: Recall
  readonly log: (line: string) => void
}

declare global {
  /** One for each DATA_DIR: Next bundles this module into several chunks, and `server/` loads it by itself. */
  var broadsheetDesks: Map<string, PictureDesk> | undefined
}

const HOT_BYTES = 48_000_000
const FAILED_MS = 60_000

/** One core is left to pages. */
const DERIVATIONS_AT_ONCE = Math.min(2, Math.max(1, availableParallelism() - 1))

export function getPictureDesk({ site, log }: Pick<Index, 'site' | 'log'>, dataDir: string): PictureDesk {
  globalThis.broadsheetDesks ??= new Map()
  const mostBytes = site.images.cacheMegabytes * 1_000_000
  const known = globalThis.broadsheetDesks.get(dataDir)
  if (known !== undefined) {
    known.disk.limit(mostBytes)
    return known
  }
  const desk = createPictureDesk(path.join(dataDir, 'pictures'), mostBytes, log)
  globalThis.broadsheetDesks.set(dataDir, desk)
  return desk
}

/** A desk of its own, for tests and benches. */
export function createPictureDesk(folder: string, mostBytes: number, log: PictureDesk['log']): PictureDesk {
  return {
    disk: new PictureCache(folder, mostBytes),
    hot: new LRUCache({ maxSize: HOT_BYTES, sizeCalculation: (bytes) => bytes.length + 1 }),
    failed: new LRUCache({ max: 1_000, ttl: FAILED_MS }),
    flights: new SingleFlight(),
    derivations: new Turnstile(DERIVATIONS_AT_ONCE),
    recall: createRecall(),
    log,
  }
}

/** Bytes by name, from memory, disk, or `make`, which runs once however many ask. Null when there are none. */
export async function getBytes(
  desk: PictureDesk,
  name: string,
  make: () => Promise<Uint8Array | null>,
): Promise<Uint8Array | null> {
  const hot = desk.hot.get(name)
  if (hot !== undefined) return hot
  if (desk.failed.has(name)) return null
  return desk.flights.run(name, async () => {
    const bytes = (await desk.disk.get(name)) ?? (await makeAndKeep(desk, name, make))
    if (bytes === null) desk.failed.set(name, true)
    else desk.hot.set(name, bytes)
    return bytes
  })
}

async function makeAndKeep(
  desk: PictureDesk,
  name: string,
  make: () => Promise<Uint8Array | null>,
): Promise<Uint8Array | null> {
  const bytes = await desk.derivations.run(make)
  if (bytes !== null) await keepOnDisk(desk, name, bytes)
  return bytes
}

/** A full disk costs time, not pictures. */
export async function keepOnDisk(desk: PictureDesk, name: string, bytes: Uint8Array): Promise<void> {
  try {
    await desk.disk.put(name, bytes)
  } catch (error) {
    desk.log(`A picture cannot be kept in DATA_DIR (${String(error)}).`)
  }
}
