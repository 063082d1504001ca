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

/** Rooms whose source decides which fonts can be used. */
const FONT_ROOMS = ['fonts']

const versions = new Map<readonly string[], string>()

/**
 * Changes with the source of parser and index, so that an update of the program reads every file again. '' where the source is
 * not deployed beside the build: delete DATA_DIR after an update there.
 */
export function getParserVersion(): string {
  return getVersion(PARSER_ROOMS)
}

/** Changes with the source that checks fonts: they are checked again. */
export function getFontsVersion(): string {
  return getVersion(FONT_ROOMS)
}

function getVersion(rooms: readonly string[]): string {
  const known = versions.get(rooms)
  if (known !== undefined) return known
  const version = sha256(rooms.flatMap(readSources).join('\n'))
  versions.set(rooms, version)
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
