import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs'
import path from 'node:path'
import { LRUCache } from 'lru-cache'
import { toImageType } from '#lib/feeds/image-type.ts'
import { IMMUTABLE } from '#lib/format/immutable.ts'
import { type Answer, createAnswer } from './answer/answer.ts'
import { listSecurityHeaders, MEDIA_POLICY } from './answer/security-headers.ts'

/** Beside pictures. */
const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.woff2': 'font/woff2',
}

/** May be another file tomorrow: asked for again each time, and mostly answered with 304. */
const REVALIDATED = 'public, max-age=0'

/** What a later one says of a file counts. The names of the immutable carry a hash of their bytes. */
const FOLDERS = [
  { url: '/', folder: 'public', cacheControl: REVALIDATED },
  { url: '/fonts/', folder: path.join('public', 'fonts'), cacheControl: IMMUTABLE },
  { url: '/_next/static/', folder: path.join('.next', 'static'), cacheControl: IMMUTABLE },
] as const

/** Larger ones are better streamed, and in ranges: Next does that, as it sends what is of no type known here. */
const LARGEST_BYTES = 1024 * 1024

/** What is kept of them: all of the paper's own, and not all of a publisher's ten thousand pictures. */
const KEPT_BYTES = 16 * 1024 * 1024

export type StaticFile = { answer: Answer; cacheControl: string }

export type StaticFiles = {
  /** Whether a file has this URL. */
  has: (url: string) => boolean
  /** The answer to a file's URL: made when first asked for, and again when the file is another. Null where Next has it. */
  get: (url: string) => StaticFile | null
  /** The text of a file, by its URL. */
  read: (url: string) => string | null
}

type Place = { file: string; type: string | null; cacheControl: string }
type Kept = StaticFile & { version: string }

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
  const places = new Map(FOLDERS.flatMap((kind) => listPlaces(root, kind)))
  const kept = new LRUCache<string, Kept>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ answer }) => answer.body.length + 1,
  })
  const security = listSecurityHeaders({ siteUrl }).flat()

  function get(url: string): StaticFile | null {
    const place = places.get(url)
    if (place === undefined || place.type === null) return null
    const known = kept.get(url)
    if (known?.cacheControl === IMMUTABLE) return known
    const stats = statSync(place.file, { throwIfNoEntry: false })
    if (stats?.isFile() !== true || stats.size > LARGEST_BYTES) return null
    if (known?.version === toVersion(stats)) return known
    const { cacheControl } = place
    const made = {
      answer: makeAnswer(place.file, place.type, stats),
      cacheControl,
      version: toVersion(stats),
    }
    kept.set(url, made)
    return made
  }

  function makeAnswer(file: string, contentType: string, { ctimeMs }: Stats): Answer {
    return createAnswer({
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

  return { has: (url) => places.has(url), get, read: (url) => get(url)?.answer.body.toString() ?? null }
}

function listPlaces(
  root: string,
  { url, folder, cacheControl }: (typeof FOLDERS)[number],
): [url: string, place: Place][] {
  const from = path.join(root, folder)
  return readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => {
      const type = toImageType(file) ?? TYPES[path.extname(file)] ?? null
      return [url + path.relative(from, file).split(path.sep).join('/'), { file, type, cacheControl }]
    })
}

/** Another whenever a file is written, replaced or moved: a modification time can be set, the time of a change cannot. */
function toVersion({ ctimeMs, size, ino }: Stats): string {
  return `${ctimeMs} ${size} ${ino}`
}
