import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs'
import path from 'node:path'
import { LRUCache } from 'lru-cache'
import { IMMUTABLE } from '#lib/http/immutable.ts'
import { findMediaType } from '#lib/http/media-types.ts'
import { listSecurityHeaders, MEDIA_POLICY } from '#lib/http/security-headers.ts'
import { type CachedResponse, createResponse } from '../response/response.ts'

/** May be another file tomorrow: asked for again each time, and mostly answered with 304. */
const REVALIDATED = 'public, max-age=0'

/** What a later one says of a file counts. The names of the immutable carry a hash of their bytes. */
const FOLDERS = [
  { url: '/', folder: 'public', cacheControl: REVALIDATED },
  { url: '/fonts/', folder: path.join('public', 'fonts'), cacheControl: IMMUTABLE },
  { url: '/_next/static/', folder: path.join('.next', 'static'), cacheControl: IMMUTABLE },
] as const

/** Larger ones are better streamed, and in ranges: Next does that, as it sends what is of no type known here. */
const MAX_BYTES = 1024 * 1024

/** What is kept of them: all of the paper's own, and not all of a publisher's ten thousand pictures. */
const CACHE_BYTES = 16 * 1024 * 1024

export type StaticFile = { answer: CachedResponse; cacheControl: string }

export type StaticFiles = {
  /** Whether a file has this URL. */
  has: (url: string) => boolean
  /** The answer to a file's URL: made when first asked for, and again when the file is another. Null where Next has it. */
  get: (url: string) => StaticFile | null
  /** The text of a file, by its URL. */
  read: (url: string) => string | null
}

type StaticEntry = { file: string; type: string | null; cacheControl: string }
type CachedFile = StaticFile & { version: string }

/**
 * The hashed files of the build in folder `root`, and what lies in its `public/`. Only what is in those folders now is
 * ever read, whatever a URL says.
 *
 * @param since when this source began to serve, in milliseconds: no answer says that it is older
 */
export function openStaticFiles(
  root: string,
  { siteUrl, since }: { siteUrl: string; since: number },
): StaticFiles {
  const entries = new Map(FOLDERS.flatMap((kind) => listEntries(root, kind)))
  const kept = new LRUCache<string, CachedFile>({
    maxSize: CACHE_BYTES,
    sizeCalculation: ({ answer }) => answer.body.length + 1,
  })
  const security = listSecurityHeaders({ siteUrl }).flat()

  function get(url: string): StaticFile | null {
    const entry = entries.get(url)
    if (entry === undefined || entry.type === null) return null
    const known = kept.get(url)
    if (known?.cacheControl === IMMUTABLE) return known
    const stats = statSync(entry.file, { throwIfNoEntry: false })
    if (stats?.isFile() !== true || stats.size > MAX_BYTES) return null
    if (known?.version === toVersion(stats)) return known
    const { cacheControl } = entry
    const made = {
      answer: makeAnswer(entry.file, entry.type, stats),
      cacheControl,
      version: toVersion(stats),
    }
    kept.set(url, made)
    return made
  }

  function makeAnswer(file: string, contentType: string, { ctimeMs }: Stats): CachedResponse {
    return createResponse({
      status: 200,
      tags: [],
      contentType,
      headers: [
        ...['Vary', 'Accept-Encoding'],
        ...(contentType === 'image/svg+xml' ? ['Content-Security-Policy', MEDIA_POLICY] : []),
        ...security,
      ],
      body: readFileSync(file),
      changed: Math.max(since, ctimeMs),
    })
  }

  return { has: (url) => entries.has(url), get, read: (url) => get(url)?.answer.body.toString() ?? null }
}

function listEntries(
  root: string,
  { url, folder, cacheControl }: (typeof FOLDERS)[number],
): [url: string, place: StaticEntry][] {
  const from = path.join(root, folder)
  return readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => {
      const type = findMediaType(file)?.type ?? null
      return [url + path.relative(from, file).split(path.sep).join('/'), { file, type, cacheControl }]
    })
}

/** Another whenever a file is written, replaced or moved: a modification time can be set, the time of a change cannot. */
function toVersion({ ctimeMs, size, ino }: Stats): string {
  return `${ctimeMs} ${size} ${ino}`
}
