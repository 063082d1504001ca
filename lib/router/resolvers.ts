import { getEnv } from '#lib/config/env.ts'
import { findFormerPath } from '#lib/index/addresses/former-path.ts'
import { countLive } from '#lib/index/counts.ts'
import type { Index } from '#lib/index/index-state.ts'
import { countTermPages } from '#lib/queries/list-terms.ts'
import { countLivePages, findUpdate } from '#lib/queries/live-blog/list-updates.ts'
import { getPage, getPost, getStoredPost, getTerm, isLive } from '#lib/queries/queries.ts'
import { isTermKind, type ListName, type TermKind } from '#lib/routes/lists.ts'
import { getPathPrefix, toPostPath, toTermIndexPath } from '#lib/routes/paths.ts'
import { isValidPreview } from '#lib/routes/preview-path.ts'
import type { ResolvedRoute } from '#lib/routes/route-table.ts'
import { getIndex } from '#lib/sync/open-index.ts'

/** Whether there is a page for these parameters, decoded, at `now`; or the path that it is at. */
export type Resolver = (params: readonly string[], now: Date) => Promise<boolean | string>

/** For each page with parameters that is no list. */
export const RESOLVERS: Record<ResolvedRoute, Resolver> = {
  post: async ([slug = ''], now) => isLive(slug, now),
  livePage: async ([slug = '', number = ''], now) => {
    const moved = await findMovedStory(slug, now)
    if (moved !== null) return `${moved}/page/${number}`
    if (!/^[1-9]\d{0,6}$/.test(number) || !(await isLiveStory(slug, now))) return false
    return number === '1' ? toPostPath(slug) : Number(number) <= (await countLivePages(slug))
  },
  liveUpdate: async ([slug = '', update = ''], now) => {
    const moved = await findMovedStory(slug, now)
    if (moved !== null) return `${moved}/updates/${update}`
    return (await isLiveStory(slug, now)) && (await findUpdate(slug, update)) !== null
  },
  page: async ([slug = '']) => (await getPage(slug)) !== null,
  preview: async ([slug = '', expires = '', signature = ''], now) =>
    isValidPreview({ slug, expires, signature }, getEnv().previewSecret, now) &&
    (await getStoredPost(slug)) !== null,
  sectionsPage: createIndexResolver('section'),
  tagsPage: createIndexResolver('tag'),
  authorsPage: createIndexResolver('author'),
}

/** Where a story is by now, as far as it is a story's address. */
async function findMovedStory(slug: string, now: Date): Promise<string | null> {
  if (await isLive(slug, now)) return null
  const target = findFormerPath(await getIndex(), toPostPath(slug), now)?.path ?? ''
  return target.startsWith(getPathPrefix('post')) ? target : null
}

async function isLiveStory(slug: string, now: Date): Promise<boolean> {
  return (await getPost(slug, now))?.coverage != null
}

/** Further pages of all sections, topics or writers. */
function createIndexResolver(kind: TermKind): Resolver {
  return async ([number = ''], now) => {
    if (!/^[1-9]\d{0,6}$/.test(number)) return false
    if (number === '1') return toTermIndexPath(kind)
    return Number(number) <= countTermPages(await getIndex(), kind, now)
  }
}

/** Whether a list is there at `now`: a term the editors name too, the archive of a time with stories alone. */
export async function hasList({ kind, slug }: ListName, index: Index, now: Date): Promise<boolean> {
  if (kind === 'all') return true
  return isTermKind(kind)
    ? (await getTerm(kind, slug, now)) !== null
    : countLive(index, { kind, slug }, now) > 0
}
