import path from 'node:path'

/** The index's file below DATA_DIR. */
export function getDatabasePath(dataDir: string): string {
  return path.join(dataDir, 'index.sqlite')
}
