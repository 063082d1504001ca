import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sha256 } from '#lib/text/hash.ts'

/** Rooms whose source decides what a row of the index holds. */
const PARSER_ROOMS = [
  'problems',
  'text',
  'time',
  'config',
  'routes',
  'content',
  'markdown',
  'live-blog',
  'index',
  'sync',
]

let version: string | undefined

/**
 * Changes with the source of parser and index, so that an update of the program reads every file again. '' where the source is
 * not deployed beside the build: delete DATA_DIR after an update there.
 */
export function getParserVersion(): string {
  version ??= sha256(PARSER_ROOMS.flatMap(readSources).join('\n'))
  return version
}

function readSources(room: string): string[] {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib', room)
  try {
    return readdirSync(/* turbopackIgnore: true */ folder, { encoding: 'utf8', recursive: true })
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => readFileSync(/* turbopackIgnore: true */ path.join(folder, name), 'utf8'))
  } catch {
    return []
  }
}
