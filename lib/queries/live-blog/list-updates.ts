import type { Index } from '#lib/index/index-state.ts'
import { type LiveUpdate, liveUpdateSchema } from '#lib/live-blog/live-update.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { parseStored } from '#lib/text/json.ts'

/** Updates on one page: with their text and what machines are told of them, some 25 kB of it. */
export const UPDATES_PER_PAGE = 20

/** Key events that the first page lists, the newest. */
const MAX_KEY_EVENTS = 20
/** Pinned updates that stand on top of the first page. */
const MAX_PINNED = 5

/** A key event, and the page its update is on. */
export type KeyEvent = Pick<LiveUpdate, 'id' | 'at' | 'headline'> & { page: number }

/** One page of a live story, newest first. `intro`, `pinned` and `keyEvents` stand on the first alone. */
export type LivePage = {
  intro: string
  pinned: LiveUpdate[]
  keyEvents: KeyEvent[]
  updates: LiveUpdate[]
  page: number
  pages: number
}

const STREAM = 'FROM live_update JOIN post ON post.id = live_update.post WHERE slug = :slug AND pinned = 0'

/** Of any story; of one that is not live, or of a page beyond the last, all is empty. */
export async function getLivePage(slug: string, page: number): Promise<LivePage> {
  const index = await getIndex()
  const updates = index
    .prepare(`SELECT live_update.data ${STREAM} ORDER BY at DESC, ordinal DESC LIMIT :limit OFFSET :offset`)
    .all({ slug, limit: UPDATES_PER_PAGE, offset: (page - 1) * UPDATES_PER_PAGE })
    .map((row) => toUpdate(row.data))
  const pages = countPages(index, slug)
  if (page !== 1) return { intro: '', pinned: [], keyEvents: [], updates, page, pages }
  return {
    intro: getIntro(index, slug),
    pinned: listPinned(index, slug),
    keyEvents: listKeyEvents(index, slug),
    updates,
    page,
    pages,
  }
}

/** How many pages a live story has: at least one. */
export async function countLivePages(slug: string): Promise<number> {
  return countPages(await getIndex(), slug)
}

/** An update, and the page it is on; null where the story has none of this id. */
export async function findUpdate(
  slug: string,
  id: string,
): Promise<{ update: LiveUpdate; page: number } | null> {
  const index = await getIndex()
  const row = index
    .prepare(
      'SELECT live_update.data FROM live_update JOIN post ON post.id = live_update.post WHERE slug = :slug AND live_update.id = :id',
    )
    .get({ slug, id })
  if (row === undefined) return null
  const update = toUpdate(row.data)
  return { update, page: update.isPinned ? 1 : getPageOf(index, slug, update) }
}

/** The newest updates of a live story, pinned ones left out. */
export async function listLatestUpdates(slug: string, limit: number): Promise<LiveUpdate[]> {
  return (await getIndex())
    .prepare(`SELECT live_update.data ${STREAM} ORDER BY at DESC, ordinal DESC LIMIT :limit`)
    .all({ slug, limit })
    .map((row) => toUpdate(row.data))
}

/** The same, pinned ones among them. */
export async function listNewestUpdates(slug: string, limit: number): Promise<LiveUpdate[]> {
  return (await getIndex())
    .prepare(
      `SELECT live_update.data FROM live_update JOIN post ON post.id = live_update.post
       WHERE slug = :slug ORDER BY at DESC, ordinal DESC LIMIT :limit`,
    )
    .all({ slug, limit })
    .map((row) => toUpdate(row.data))
}

function countPages(index: Index, slug: string): number {
  const row = index.prepare(`SELECT count(*) AS total ${STREAM}`).get({ slug })
  return Math.max(1, Math.ceil(Number(row?.total ?? 0) / UPDATES_PER_PAGE))
}

function getIntro(index: Index, slug: string): string {
  const row = index
    .prepare('SELECT text FROM live_intro JOIN post ON post.id = live_intro.post WHERE slug = ?')
    .get(slug)
  return String(row?.text ?? '')
}

/** The newest on top; of more than may be pinned, the older ones stand nowhere but at their own address. */
function listPinned(index: Index, slug: string): LiveUpdate[] {
  return index
    .prepare(
      `SELECT live_update.data FROM live_update JOIN post ON post.id = live_update.post
       WHERE slug = :slug AND pinned = 1 ORDER BY at DESC, ordinal DESC LIMIT :limit`,
    )
    .all({ slug, limit: MAX_PINNED })
    .map((row) => toUpdate(row.data))
}

function listKeyEvents(index: Index, slug: string): KeyEvent[] {
  return index
    .prepare(`SELECT live_update.data ${STREAM} AND is_key = 1 ORDER BY at DESC, ordinal DESC LIMIT :limit`)
    .all({ slug, limit: MAX_KEY_EVENTS })
    .map((row) => toUpdate(row.data))
    .map((update) => ({
      id: update.id,
      at: update.at,
      headline: update.headline,
      page: getPageOf(index, slug, update),
    }))
}

function getPageOf(index: Index, slug: string, { at, ordinal }: LiveUpdate): number {
  const row = index
    .prepare(`SELECT count(*) AS newer ${STREAM} AND (at, ordinal) > (:at, :ordinal)`)
    .get({ slug, at: Date.parse(at), ordinal })
  return Math.floor(Number(row?.newer ?? 0) / UPDATES_PER_PAGE) + 1
}

function toUpdate(data: unknown): LiveUpdate {
  return parseStored(liveUpdateSchema, String(data))
}
