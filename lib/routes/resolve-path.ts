import { getEnv } from '#lib/config/env.ts'
import { decodePath } from '#lib/http/decode-path.ts'
import { countLive } from '#lib/index/counts.ts'
import type { Index } from '#lib/index/index-state.ts'
import type { ListName } from '#lib/index/listings.ts'
import { isGone } from '#lib/index/moves.ts'
import { getPage, getRedirect, getStoredPost, getTerm, isLive } from '#lib/queries/queries.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { isValidPreview } from './preview-path.ts'

/** What becomes of a request before any page is rendered. `page`: a page, a file or a feed answers it. */
export type PathResolution =
  | { kind: 'page' }
  | { kind: 'moved'; path: string }
  | { kind: 'gone' }
  | { kind: 'missing' }

const PAGE: PathResolution = { kind: 'page' }
const MISSING: PathResolution = { kind: 'missing' }

type PathResolver = (parts: readonly string[], index: Index, now: Date) => Promise<PathResolution | null>

/** The families of URLs the site has, by their first segment. Null: no such page, though it may have moved. */
const ROUTES = new Map<string, PathResolver>([
  ['posts', async ([slug, ...rest], _index, now) => (rest.length === 0 ? findPost(slug, now) : null)],
  ['sections', async ([slug = '', ...rest], index, now) => findTerm('section', slug, rest, index, now)],
  ['tags', async ([slug = '', ...rest], index, now) => findTerm('tag', slug, rest, index, now)],
  ['authors', async ([slug = '', ...rest], index, now) => findTerm('author', slug, rest, index, now)],
  [
    'page',
    async (parts, index, now) => findListPage({ kind: 'all', slug: '' }, '', ['page', ...parts], index, now),
  ],
  ['search', async ([first]) => (first === undefined ? PAGE : null)],
  ['corrections', async ([first]) => (first === undefined ? PAGE : null)],
  ['preview', async (parts, _index, now) => findPreview(parts, now)],
  ['archive', async (parts, index, now) => findArchive(parts, index, now)],
])

/**
 * Which of the site's answers a path gets at `now`: its status, and where it leads. Next can only decide that before it
 * renders; once it does, a page that is not there comes out as an empty document.
 */
export async function resolvePath(path: string, now: Date): Promise<PathResolution> {
  const decoded = decodePath(path)
  if (decoded === null) return MISSING
  const [family = '', ...parts] = decoded.slice(1).split('/')
  if (family === '') return PAGE
  const index = await getIndex()
  const found = (await ROUTES.get(family)?.(parts, index, now)) ?? null
  return found ?? (await findElsewhere(decoded, parts, now))
}

/** What no family knows: a standing page, a former address, a story that is gone, or a file of Next's. */
async function findElsewhere(path: string, parts: readonly string[], now: Date): Promise<PathResolution> {
  if (parts.length === 0 && (await getPage(path.slice(1))) !== null) return PAGE
  const target = await getRedirect(path, now)
  if (target !== null) return { kind: 'moved', path: target }
  const slug = /^\/posts\/([^/]+)$/.exec(path)?.[1]
  if (slug !== undefined && isGone(await getIndex(), slug, now)) return { kind: 'gone' }
  return isFilePath(path) ? PAGE : MISSING
}

/**
 * `/feed.xml`, `/posts/tide.md`: made by a route of its own or lying in `public/`. Web pages of old are none of these, nor
 * is what Next would call its own data.
 */
function isFilePath(path: string): boolean {
  return /\.\w+$/.test(path) && !/^\/_next\/|\.(?:html?|php|aspx?)$/i.test(path)
}

async function findPost(slug = '', now: Date): Promise<PathResolution | null> {
  return (await isLive(slug, now)) ? PAGE : null
}

async function findPreview([slug = '', expires = '', signature = '', ...rest]: readonly string[], now: Date) {
  const isValid = isValidPreview({ slug, expires, signature }, getEnv().previewSecret, now)
  return isValid && rest.length === 0 && (await getStoredPost(slug)) !== null ? PAGE : null
}

async function findTerm(
  kind: 'section' | 'tag' | 'author',
  slug: string,
  rest: readonly string[],
  index: Index,
  now: Date,
): Promise<PathResolution | null> {
  if ((await getTerm(kind, slug, now)) === null) return null
  return findListPage({ kind, slug }, `/${kind}s/${encodeURIComponent(slug)}`, rest, index, now)
}

async function findArchive(
  parts: readonly string[],
  index: Index,
  now: Date,
): Promise<PathResolution | null> {
  if (parts.length === 0) return PAGE
  const [, year = '', month, rest = ''] =
    /^([1-9]\d{3})(?:\/(0[1-9]|1[0-2]))?((?:\/.*)?)$/.exec(parts.join('/')) ?? []
  if (year === '') return null
  const name: ListName =
    month === undefined ? { kind: 'year', slug: year } : { kind: 'month', slug: `${year}-${month}` }
  if (countLive(index, name, now) === 0) return null
  const path = month === undefined ? `/archive/${year}` : `/archive/${year}/${month}`
  return findListPage(name, path, rest.split('/').slice(1), index, now)
}

/** `rest` is what follows the list's own path: nothing, or `page` and a number. Page 1 has one URL only, the list's own. */
function findListPage(
  name: ListName,
  path: string,
  rest: readonly string[],
  index: Index,
  now: Date,
): PathResolution | null {
  if (rest.length === 0) return PAGE
  const [word, number = '', ...more] = rest
  if (word !== 'page' || more.length > 0 || !/^[1-9]\d{0,6}$/.test(number)) return null
  if (number === '1') return { kind: 'moved', path: path === '' ? '/' : path }
  return Number(number) <= Math.ceil(countLive(index, name, now) / index.site.pageSize) ? PAGE : null
}
