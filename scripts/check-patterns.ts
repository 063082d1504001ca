import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { check } from 'recheck'
import { ALLOWED_PATTERNS, BUILT_PATTERNS } from './patterns/allowed-patterns.ts'
import { type FoundPattern, findPatterns } from './patterns/find-patterns.ts'

/**
 * Shows that every regular expression of the program takes time in proportion to the text it meets, whatever the text;
 * names those that do not, with a text that proves it. Exit code 1 when there is one.
 */
const FILES = '{lib,server,app,cli}/**/*.{ts,tsx,js}'
/** A repetition with a higher bound is checked as one without: 2,000 attempts at each letter are no better in practice. */
const MAX_BOUND = 9
/** In steps, not in time, so that a busy machine changes nothing: a linear pattern needs about a million of them. */
const LIMITS = {
  timeout: null,
  incubationTimeout: null,
  attackTimeout: null,
  attackLimit: 100_000_000,
} as const
const AT_ONCE = 2

/** What an earlier run has shown to be linear need not be shown again. */
const PROVEN = 'node_modules/.cache/broadsheet/linear-patterns.json'

type Task = { source: string; flags: string; places: string[] }

const faults: string[] = []
const linear = new Set(readProven())
const tasks = listTasks(globSync(FILES).toSorted().flatMap(findPatterns))
const queue = tasks.filter((task) => !linear.has(toKey(task)))
await Promise.all(Array.from({ length: AT_ONCE }, work))
mkdirSync(path.dirname(PROVEN), { recursive: true })
writeFileSync(PROVEN, JSON.stringify([...linear]))
for (const fault of faults.toSorted()) process.stdout.write(`${fault}\n`)
process.stdout.write(
  `${tasks.length} patterns, ${faults.length === 0 ? 'all linear' : `${faults.length} not shown to be linear`}\n`,
)
// The checker keeps a process of its own open.
process.exit(faults.length === 0 ? 0 : 1)

/** Each pattern once, with all its places. What is built and not in the table is a fault, as is a row that fits nothing. */
function listTasks(patterns: FoundPattern[]): Task[] {
  const known = new Map<string, Task>()
  const used = new Set<object>()
  for (const { kind, source, flags, place } of patterns) {
    const isHere = (row: { file: string; source: string }) =>
      place.startsWith(`${row.file}:`) && row.source === source
    const row = ALLOWED_PATTERNS.find(isHere) ?? BUILT_PATTERNS.find(isHere)
    if (row !== undefined) used.add(row)
    if (row !== undefined && 'reason' in row) continue
    if (kind === 'built' && row === undefined)
      faults.push(
        `${place}: ${source} is built while the program runs: write it out, or list it in allowed-patterns.ts`,
      )
    for (const one of row?.examples ?? (kind === 'literal' ? [source] : [])) {
      const key = toKey({ source: one, flags })
      known.set(key, { source: one, flags, places: [...(known.get(key)?.places ?? []), place] })
    }
  }
  for (const row of [...ALLOWED_PATTERNS, ...BUILT_PATTERNS])
    if (!used.has(row)) faults.push(`scripts/patterns/allowed-patterns.ts: no ${row.source} in ${row.file}`)
  return [...known.values()]
}

async function work(): Promise<void> {
  for (let task = queue.pop(); task !== undefined; task = queue.pop()) {
    const { source, flags, places } = task
    const result = await check(widen(source), flags.replace(/[dv]/g, ''), LIMITS)
    if (result.status === 'safe') {
      linear.add(toKey(task))
      continue
    }
    const reason =
      result.status === 'vulnerable'
        ? `${result.complexity.summary}; try ${result.attack.pattern.slice(0, 200)}`
        : `not decided: ${result.error.kind}`
    faults.push(`${places.join(', ')}: /${source}/${flags} is not linear: ${reason}`)
  }
}

function toKey({ source, flags }: Pick<Task, 'source' | 'flags'>): string {
  return `/${source}/${flags}`
}

function readProven(): string[] {
  if (!existsSync(PROVEN)) return []
  const proven: unknown = JSON.parse(readFileSync(PROVEN, 'utf8'))
  return Array.isArray(proven) ? proven.map(String) : []
}

function widen(source: string): string {
  return source.replace(
    /\\.|\[(?:\\.|[^\]\\])*\]|\{(\d+),(\d+)\}/gs,
    (written: string, least?: string, most?: string) =>
      least === undefined || most === undefined || Number(most) <= MAX_BOUND ? written : `{${least},}`,
  )
}
