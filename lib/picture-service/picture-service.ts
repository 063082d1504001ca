import { availableParallelism } from 'node:os'
import path from 'node:path'
import { LRUCache } from 'lru-cache'
import { Limiter } from '#lib/concurrency/limiter.ts'
import { SingleFlight } from '#lib/concurrency/single-flight.ts'
import { isContentMissing } from '#lib/index/content-there.ts'
import type { Index } from '#lib/index/index-state.ts'
import { PictureCache } from '#lib/pictures/derive/picture-cache.ts'
import { createRediscovery, type Rediscovery } from './rediscover-pictures.ts'

/** What a process keeps to make and serve pictures. */
export type PictureService = {
  /** Fetched originals and derived pictures, on disk. */
  readonly disk: PictureCache
  /** The same bytes in memory, while they are asked for often. */
  readonly hot: LRUCache<string, Uint8Array>
  /** What could not be made a moment ago, so that asking again costs nothing. */
  readonly failed: LRUCache<string, true>
  readonly flights: SingleFlight<Uint8Array | null>
  readonly derivations: Limiter
  readonly recall: Rediscovery
  readonly log: (line: string) => void
}

declare global {
  /** One for each DATA_DIR: Next bundles this module into several chunks, and `server/` loads it by itself. */
  var broadsheetPictureServices: Map<string, PictureService> | undefined
}

const HOT_BYTES = 48_000_000
const FAILED_MS = 60_000

/** One core is left to pages. */
const DERIVATIONS_AT_ONCE = Math.min(2, Math.max(1, availableParallelism() - 1))

export function getPictureService(
  { site, log }: Pick<Index, 'site' | 'log'>,
  dataDir: string,
): PictureService {
  globalThis.broadsheetPictureServices ??= new Map()
  const mostBytes = site.images.cacheMegabytes * 1_000_000
  const known = globalThis.broadsheetPictureServices.get(dataDir)
  if (known !== undefined) {
    known.disk.limit(mostBytes)
    return known
  }
  const service = createPictureService(path.join(dataDir, 'pictures'), mostBytes, log)
  globalThis.broadsheetPictureServices.set(dataDir, service)
  return service
}

/** A desk of its own, for tests and benches. */
export function createPictureService(
  folder: string,
  mostBytes: number,
  log: PictureService['log'],
): PictureService {
  return {
    disk: new PictureCache(folder, mostBytes),
    hot: new LRUCache({ maxSize: HOT_BYTES, sizeCalculation: (bytes) => bytes.length + 1 }),
    failed: new LRUCache({ max: 1_000, ttl: FAILED_MS }),
    flights: new SingleFlight(),
    derivations: new Limiter(DERIVATIONS_AT_ONCE),
    recall: createRediscovery(),
    log,
  }
}

/** Bytes by name, from memory, disk, or `make`, which runs once however many ask. Null when there are none. */
export async function getBytes(
  service: PictureService,
  name: string,
  make: () => Promise<Uint8Array | null>,
): Promise<Uint8Array | null> {
  const hot = service.hot.get(name)
  if (hot !== undefined) return hot
  if (service.failed.has(name)) return null
  return service.flights.run(name, async () => {
    const bytes = (await service.disk.get(name)) ?? (await makeAndKeep(service, name, make))
    if (bytes === null) service.failed.set(name, true)
    else service.hot.set(name, bytes)
    return bytes
  })
}

/** The same, where `make` reads the content folder: what fails while that cannot be seen is tried again at once. */
export async function getContentBytes(
  index: Index,
  service: PictureService,
  name: string,
  make: () => Promise<Uint8Array | null>,
): Promise<Uint8Array | null> {
  const bytes = await getBytes(service, name, make)
  if (bytes === null && (await isContentMissing(index))) service.failed.delete(name)
  return bytes
}

async function makeAndKeep(
  service: PictureService,
  name: string,
  make: () => Promise<Uint8Array | null>,
): Promise<Uint8Array | null> {
  const bytes = await service.derivations.run(make)
  if (bytes !== null) await keepOnDisk(service, name, bytes)
  return bytes
}

/** A full disk costs time, not pictures. */
export async function keepOnDisk(service: PictureService, name: string, bytes: Uint8Array): Promise<void> {
  try {
    await service.disk.put(name, bytes)
  } catch (error) {
    service.log(`A picture cannot be kept in DATA_DIR (${String(error)}).`)
  }
}
