import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Rooms of lib/, from the inside out. A room imports itself and the rooms before it; the leaves only themselves. */
const LEAVES = ['problems', 'labels', 'time', 'text', 'concurrency']
const ROOMS = [
  ...LEAVES,
  ...[
    'config',
    'http',
    'routes',
    'content',
    'files',
    'fonts',
    'markdown',
    'live-blog',
    'index',
    'search',
    'freshness',
    'pictures',
    'content-git',
    'replication',
    'sync',
    'queries',
    'router',
  ],
  ...[
    'cache',
    'announce',
    'picture-service',
    'seo',
    'sitemaps',
    'feeds',
    'mcp',
    'import',
    'check',
    'doctor',
    'schema',
  ],
]

/** What the folders around lib/ may import besides themselves. Whatever is not named may import everything. */
const OUTER = new Map([
  ['app', ['lib']],
  ['server', ['lib']],
  ['cli', ['lib']],
])

/** The rooms that hold SQL: those of the index, its shared history, and two with a small database of their own. */
const SQL_ROOMS = [
  'lib/index',
  'lib/search',
  'lib/freshness',
  'lib/pictures/registry',
  'lib/replication',
  'lib/sync',
  'lib/queries',
  'lib/import/output',
  'lib/check/links',
]
const SQL = /\bnode:sqlite\b|\.prepare\(\s*[^)\s]|\bdatabase\.exec\(/

const MAX_FILES = 18

/** What works on a writer's text: threads load it, and what serves readers never does. */
const THREADS_ONLY = ['lib/content/parse-file.ts', 'lib/markdown/render-markdown.ts', 'lib/sync/sync.ts']
const LOADED_FIRST =
  /^(?:import|export)\b(?!\s+type\b)[^'"=;()]*\bfrom\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]/gm

/** Packages that lib/ does without: a command-line tool can run all of it. */
const FRAMEWORK = /^(?:next|react|react-dom)(?:\/|$)/
const IMPORT = /\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g

const files = globSync('{app,lib,server,cli}/**/*.{ts,tsx,js}').map((file) => file.replaceAll(path.sep, '/'))
const faults = [
  ...files.flatMap(checkImports),
  ...files.filter((file) => !isSqlRoom(file)).flatMap(checkSql),
  ...checkFolders(files),
  ...checkServing(files.filter((file) => /^(?:app|server)\//.test(file))),
  ...checkDocument(),
]
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1

function checkImports(file: string): string[] {
  const specifiers = [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, specifier = '']) => specifier)
  return specifiers.flatMap((specifier) => {
    const reason = checkImport(file, specifier)
    return reason === null ? [] : [`${file}: import of '${specifier}': ${reason}`]
  })
}

/** What speaks against an import, or null. */
function checkImport(file: string, specifier: string): string | null {
  const target = resolveImport(file, specifier)
  if (target === null)
    return file.startsWith('lib/') && FRAMEWORK.test(specifier)
      ? 'lib/ is plain TypeScript: no Next, no React'
      : null
  const [from = '', to = ''] = [file.split('/')[0], target.split('/')[0]]
  if (from !== 'lib') {
    const allowed = [from, ...(OUTER.get(from) ?? [])]
    return allowed.includes(to)
      ? null
      : `${from}/ imports ${allowed.map((folder) => `${folder}/`).join(' and ')} only`
  }
  return to === 'lib' ? checkRooms(getRoom(file), getRoom(target)) : 'lib/ imports nothing but itself'
}

function checkRooms(from: string, to: string): string | null {
  if (from === to) return null
  for (const room of [from, to]) {
    if (!ROOMS.includes(room)) return `lib/${room} has no place in ROOMS (scripts/check-layers.ts)`
  }
  if (LEAVES.includes(from)) return `lib/${from} is a leaf: it imports no other room`
  return ROOMS.indexOf(to) < ROOMS.indexOf(from) ? null : `lib/${to} comes after lib/${from}`
}

/** The file an import names, from the root of the project; null for a package. */
function resolveImport(file: string, specifier: string): string | null {
  if (specifier.startsWith('#lib/')) return `lib/${specifier.slice('#lib/'.length)}`
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : null
}

function getRoom(file: string): string {
  return file.split('/')[1] ?? ''
}

function isSqlRoom(file: string): boolean {
  return SQL_ROOMS.some((room) => file.startsWith(`${room}/`))
}

function checkSql(file: string): string[] {
  const isFound = SQL.test(readFileSync(file, 'utf8'))
  return isFound ? [`${file}: SQL stands in ${SQL_ROOMS.join(', ')} only`] : []
}

function checkFolders(all: readonly string[]): string[] {
  const counts = Map.groupBy(
    all.filter((file) => /^(?:lib|server)\//.test(file)),
    path.posix.dirname,
  )
  return [...counts].flatMap(([folder, { length }]) =>
    length > MAX_FILES ? [`${folder}: ${length} files, more than ${MAX_FILES}: divide it`] : [],
  )
}

/** The rooms as a newcomer is told of them, in the same order, and those that hold SQL. */
function checkDocument(): string[] {
  const rows = readFileSync('docs/architecture.md', 'utf8').matchAll(/^\| (`lib\/[^|]+)\|/gm)
  const cells = [...rows].map(([, cell = '']) => cell)
  const told = cells.flatMap((cell) => {
    const names = [...cell.replace(/\(.*\)/, '').matchAll(/`(?:lib\/)?([\w-]+)`/g)]
    return names.map(([, name = '']) => name)
  })
  const sql = cells
    .filter((cell) => cell.includes('**SQL**'))
    .map((cell) => {
      const [, room = '', folder] = /`(lib\/[\w-]+)`(?:.*\(`([\w-]+)\/`\))?/.exec(cell) ?? []
      return folder === undefined ? room : `${room}/${folder}`
    })
  return [
    ...(told.join() === ROOMS.join() ? [] : [`docs/architecture.md names other rooms: ${told.join(', ')}`]),
    ...(sql.join() === SQL_ROOMS.join()
      ? []
      : [`docs/architecture.md marks other rooms as SQL: ${sql.join(', ')}`]),
  ]
}

/** What these files load before they run, and what that loads, is followed to its end. */
function checkServing(roots: readonly string[]): string[] {
  const ways = new Map(roots.map((file) => [file, file]))
  for (const [file, way] of ways) {
    if (!files.includes(file)) continue
    for (const [, named, bare] of readFileSync(file, 'utf8').matchAll(LOADED_FIRST)) {
      const target = resolveImport(file, named ?? bare ?? '')
      if (target !== null && !ways.has(target)) ways.set(target, `${way} → ${target}`)
    }
  }
  return THREADS_ONLY.flatMap((file) => {
    const way = ways.get(file)
    return way === undefined ? [] : [`${way}: the thread that serves never works on a writer's text`]
  })
}
