import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { openFileToRead } from '#lib/index/database.ts'
import { findRelated } from '#lib/search/find-related.ts'
import { search } from '#lib/search/search.ts'
import { suggest } from '#lib/search/suggest.ts'
import { generatePosts } from './generate-posts.ts'
import { listPaths } from './live/paths.ts'
import { fillWords } from './search/fill-words.ts'
import { listJudgedPairs, listMisspellings } from './search/judged-pairs.ts'
import { measureBeside, measureFound, measurePages } from './search/measure-pages.ts'
import { startProcess } from './site-process.ts'
import { getPercentile } from './statistics.ts'
import { VOCABULARIES } from './words/vocabularies.ts'

const POSTS = Number(process.env.POSTS ?? 10_000)
const BYTES = 5_000
const SEARCHES_BESIDE = 20
const COMMON_WORDS = VOCABULARIES.flatMap(({ words }) => words.slice(0, words.length > 20_000 ? 50 : 8))
const OPTIONS = { now: new Date(Date.UTC(2026, 0, 2)), timeZone: 'UTC' }

/** Searches, suggestions and related stories over an archive of `POSTS` (10,000) bodies; `KEEP` names a folder to keep it in. */
export async function runBench(): Promise<void> {
  const folder = process.env.KEEP ?? mkdtempSync(path.join(tmpdir(), 'broadsheet-search-'))
  try {
    const file = path.join(folder, 'data', 'index.sqlite')
    if (!existsSync(file)) fill(folder, file)
    const database = openFileToRead(file)
    measurePairs(database)
    measureMisspellings(database)
    measureCommon(database)
    measureHostile(database)
    measureRelated(database)
    database.close()
    await measureSite(folder)
  } finally {
    if (process.env.KEEP === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

/** What a reader waits for: over HTTP, with the page around the hits, by the clock on the wall. */
async function measureSite(folder: string): Promise<void> {
  const contentDir = path.join(folder, 'content')
  const site = await startProcess(contentDir, path.join(folder, 'data'))
  try {
    const queries = listJudgedPairs(POSTS, BYTES).map(({ query }) => query)
    report('page of each judged query', await measurePages(site, queries))
    report(`page of each of ${COMMON_WORDS.length} commonest words`, await measurePages(site, COMMON_WORDS))
    const { found, gone } = await measureFound(site, contentDir)
    report('save → found', found)
    report('removed → not found', gone)
    const [article = '/'] = listPaths(contentDir, 1)
    const { alone, beside } = await measureBeside(site, article, queries, SEARCHES_BESIDE)
    console.log(
      `cached article: ${alone.toFixed(0)} a second; beside ${SEARCHES_BESIDE} searches a second ${beside.toFixed(0)}: ${(beside / alone).toFixed(2)} ×`,
    )
  } finally {
    await site.stop()
  }
}

function fill(folder: string, file: string): void {
  generatePosts(path.join(folder, 'content'), POSTS, BYTES)
  const script = path.join(import.meta.dirname, 'index-once.ts')
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, 'sync', folder], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  const { busy }: { busy: number } = JSON.parse(stdout)
  const { words, slices, bytes, text } = fillWords(file)
  console.log(
    `first index, processor time: ${busy.toFixed(1)} s; words behind it ${words.toFixed(1)} s, in ${slices.length} slices: ` +
      `p50 ${getPercentile(slices, 0.5).toFixed(1)}, p95 ${getPercentile(slices, 0.95).toFixed(1)}, p99 ` +
      `${getPercentile(slices, 0.99).toFixed(1)}, worst ${Math.max(...slices).toFixed(1)} ms`,
  )
  console.log(
    `${(bytes / 1e6).toFixed(0)} MB of words for ${(text / 1e6).toFixed(0)} MB of text: ${(bytes / text).toFixed(2)} ×`,
  )
}

function measurePairs(database: DatabaseSync): void {
  const times: number[] = []
  const found = new Map<string, { all: number; hits: number }>()
  for (const { kind, query, slug } of listJudgedPairs(POSTS, BYTES)) {
    const hits = time(times, () => search(database, query, OPTIONS).hits)
    const isHit = hits.some(({ summary }) => summary.slug === slug)
    const { all, hits: before } = found.get(kind) ?? { all: 0, hits: 0 }
    found.set(kind, { all: all + 1, hits: before + Number(isHit) })
    if (!isHit && process.env.MISSED !== undefined) console.log(`missed: ${kind} ${slug} ${query}`)
  }
  const totals = [...found.values()]
  const recall =
    totals.reduce((sum, { hits }) => sum + hits, 0) / totals.reduce((sum, { all }) => sum + all, 0)
  const kinds = [...found].map(([kind, { all, hits }]) => `${kind} ${hits}/${all}`).join(', ')
  report('200 judged queries', times, `recall@10 ${recall.toFixed(3)} (${kinds})`)
}

function measureMisspellings(database: DatabaseSync): void {
  const times: number[] = []
  const all = listMisspellings(POSTS, BYTES, 200)
  const found = all.filter(({ written, meant }) => {
    const texts = time(times, () => suggest(database, written, OPTIONS))
    const isFound = texts.includes(fold(meant))
    if (!isFound && process.env.MISSED !== undefined) console.log(`missed: ${written} ${meant} ${texts}`)
    return isFound
  })
  report('200 misspelt words', times, `${found.length} found`)
}

/** As a suggestion is written: in the spelling of the index. */
function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').normalize('NFC')
}

function measureCommon(database: DatabaseSync): void {
  const words = COMMON_WORDS
  const times: number[] = []
  for (const word of words) time(times, () => search(database, word, OPTIONS))
  report(`${words.length} commonest words`, times)
  const narrowed: number[] = []
  for (const word of words.slice(0, 50))
    time(narrowed, () => search(database, `${word} section:sport from:2020`, OPTIONS))
  report('50 commonest words, narrowed', narrowed)
  const pairs: number[] = []
  for (const [at, word] of words.slice(0, 50).entries())
    time(pairs, () => search(database, `${word} ${words[at + 1]}`, OPTIONS))
  report('50 pairs of the commonest words', pairs)
}

function measureHostile(database: DatabaseSync): void {
  const times: number[] = []
  const queries = [
    '"the of and to a in that it"',
    '"of the the of in and a to" -the',
    'a b c d e f g h i j k l m n o p',
    '的',
    'の',
    'e*',
    'a* b* c*',
    '" OR NEAR(a b) AND NOT * ^ : {body} -',
    'x'.repeat(10_000),
    '-the',
    'the -of',
    '\u0000\u0000',
    '\u0301\u0301',
    '""""',
    'section: author:',
    'the of and to a in that it is was for on with as he be',
    'qqqq zzzz xxxx',
    '"a a a a a a a a a a"',
  ]
  for (const query of queries) {
    const before = times.length
    time(times, () => search(database, query, OPTIONS))
    if (process.env.MISSED !== undefined) console.log(query.slice(0, 40), times[before]?.toFixed(1))
  }
  report(`${queries.length} hostile queries`, times)
}

function measureRelated(database: DatabaseSync): void {
  const times: number[] = []
  const ids = database
    .prepare('SELECT id FROM post ORDER BY id')
    .all()
    .map(({ id }) => Number(id))
  let found = 0
  for (let at = 0; at < 200; at += 1) {
    const id = ids[Math.floor((at * ids.length) / 200)] ?? 1
    found += Number(time(times, () => findRelated(database, id, { now: OPTIONS.now, limit: 4 })).length === 4)
  }
  report('related stories of 200', times, `${found} have four`)
}

/** Milliseconds by the clock on the wall, the least of three: on a machine with other work, the others measure that. */
function time<Result>(times: number[], run: () => Result): Result {
  const runs = Array.from({ length: 3 }, () => {
    const start = performance.now()
    const result = run()
    return { result, ms: performance.now() - start }
  })
  const [fastest = { result: run(), ms: Number.NaN }] = runs.toSorted((a, b) => a.ms - b.ms)
  times.push(fastest.ms)
  return fastest.result
}

function report(what: string, times: readonly number[], more = ''): void {
  const at = (share: number) => getPercentile(times, share).toFixed(1)
  console.log(
    `${what.padEnd(34)} p50 ${at(0.5)}  p95 ${at(0.95)}  worst ${Math.max(...times).toFixed(1)} ms  ${more}`,
  )
}
