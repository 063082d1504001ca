import { getEnv } from '#lib/config/env.ts'
import { defaultSite } from '#lib/config/site.ts'
import { openDatabase } from './database.ts'
import { createIndex, type Index } from './index-state.ts'
import { syncIndex } from './sync.ts'

export type IndexOptions = { contentDir: string; dataDir: string; log: (line: string) => void }

/** Opens the index without looking at the files: `syncIndex` does. */
export function openIndex({ contentDir, dataDir, log }: IndexOptions): Index {
  return createIndex({ contentDir, log, site: defaultSite, database: openDatabase(dataDir, log) })
}

type Shared = { index: Index; ready: Promise<Index> }

declare global {
  /**
   * Next bundles this module into several chunks; all of them, the cache handler and the server share the one index of
   * a process here. Keyed by CONTENT_DIR and DATA_DIR, so that tests may have several.
   */
  var broadsheetIndexes: Map<string, Shared> | undefined
}

/** The process's index, once it has been compared with the files. */
export function getIndex(): Promise<Index> {
  return getShared().ready
}

/** The process's index as it is now, complete or not. */
export function peekIndex(): Index {
  return getShared().index
}

function getShared(): Shared {
  const { contentDir, dataDir } = getEnv()
  globalThis.broadsheetIndexes ??= new Map()
  const key = `${contentDir}\n${dataDir}`
  const known = globalThis.broadsheetIndexes.get(key)
  if (known !== undefined) return known
  const index = openIndex({ contentDir, dataDir, log: (line) => console.warn(line) })
  const opened = { index, ready: syncIndex(index).then(() => index) }
  globalThis.broadsheetIndexes.set(key, opened)
  return opened
}
