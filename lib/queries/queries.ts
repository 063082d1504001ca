import type { Site } from '#lib/config/site.ts'
import { type Author, authorSchema, type Page, pageSchema } from '#lib/content/page.ts'
import type { Post, PostSummary, Term } from '#lib/content/post.ts'
import { memoizeByRevision } from '#lib/freshness/memoize-by-revision.ts'
import { countLive } from '#lib/index/counts.ts'
import type { Index } from '#lib/index/index-state.ts'
import { listBeside } from '#lib/index/listings.ts'
import { LIVE_POST, MORE_IN_SECTION } from '#lib/index/live.ts'
import { POST_WITH_BODY, toPost } from '#lib/index/post-row.ts'
import { withPictures } from '#lib/pictures/registry/describe-pictures.ts'
import { type ListName, type ListRef, type TermKind, toListName } from '#lib/routes/lists.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { parseStored } from '#lib/text/json.ts'
import { toSlug } from '#lib/text/slug.ts'
import { ALL, readBeside, readList, toPageOffset } from './read-list.ts'

export type { ListRef } from '#lib/routes/lists.ts'

/** `page` counts from 1; `posts` is empty beyond the last of `pages`. */
export type PostPage = { posts: PostSummary[]; page: number; pages: number; total: number }

export type SectionSummary = Term &
  Pick<Site['sections'][number], 'description' | 'layout'> & { total: number }
export type MonthSummary = { year: number; month: number; total: number }

export async function getSite(): Promise<Site> {
  return (await getIndex()).site
}

/** The story a slug names, if the public may see it at `now`. */
export function getPost(slug: string, now: Date): Promise<Post | null> {
  return getLive(POST_WITH_BODY, slug, now)
}

/** The same for its page, which is made of a live story's updates: `body` is '' there. */
export function getShownPost(slug: string, now: Date): Promise<Post | null> {
  return getLive(POST_TO_SHOW, slug, now)
}

const POST_TO_SHOW = `SELECT slug, data, CASE WHEN coverage_start IS NULL
  THEN (SELECT text FROM body WHERE body.post = post.id) ELSE '' END AS body FROM post`

async function getLive(select: string, slug: string, now: Date): Promise<Post | null> {
  const index = await getIndex()
  const row = index.prepare(`${select} WHERE slug = :slug AND ${LIVE_POST}`).get({ slug, now: now.getTime() })
  if (row === undefined || index.withheld.has(slug)) return null
  const [post] = await withPictures(index, [toPost(row)])
  return post ?? null
}

/** Whether the public may see the story a slug names at `now`: without reading it. */
export async function isLive(slug: string, now: Date): Promise<boolean> {
  const index = await getIndex()
  const row = index
    .prepare(`SELECT 1 FROM post WHERE slug = :slug AND ${LIVE_POST}`)
    .get({ slug, now: now.getTime() })
  return row !== undefined && !index.withheld.has(slug)
}

/** The story a slug names whether or not the public may see it: for previews alone. */
export async function getStoredPost(slug: string): Promise<Post | null> {
  const row = (await getIndex()).prepare(`${POST_WITH_BODY} WHERE slug = ?`).get(slug)
  return row === undefined ? null : toPost(row)
}

/** One page of a list, newest first, `size` at a time, else `pageSize` of site.yaml. Reads no story it does not return. */
export async function listPosts(list: ListRef, page: number, now: Date, size?: number): Promise<PostPage> {
  const index = await getIndex()
  const pageSize = size ?? index.site.pageSize
  const total = countLive(index, toListName(list), now)
  const posts = await withPictures(
    index,
    readList(index, toListName(list), now, pageSize, (page - 1) * pageSize),
  )
  return { posts, page, pages: Math.ceil(total / pageSize), total }
}

/** The newest stories of a list. */
export async function listLatest(list: ListRef, limit: number, now: Date): Promise<PostSummary[]> {
  const index = await getIndex()
  return withPictures(index, readList(index, toListName(list), now, limit, 0))
}

/** The stories published just before (`previous`) and just after (`next`) this one. */
export async function getNeighbours(
  post: Pick<Post, 'slug' | 'published'>,
  now: Date,
): Promise<{ previous: PostSummary | null; next: PostSummary | null }> {
  const index = await getIndex()
  const position = toPageOffset(post)
  const [previous] = readBeside(index, listBeside('older', index, ALL, position, 1, now))
  const [next] = readBeside(index, listBeside('newer', index, ALL, position, 1, now))
  return { previous: previous ?? null, next: next ?? null }
}

/** The next older stories of its section, at most `MORE_IN_SECTION`. */
export async function listMoreInSection(
  post: Pick<Post, 'slug' | 'published' | 'section'>,
  limit: number,
  now: Date,
): Promise<PostSummary[]> {
  if (post.section === null) return []
  const index = await getIndex()
  const section: ListName = { kind: 'section', slug: post.section.slug }
  const older = listBeside('older', index, section, toPageOffset(post), Math.min(limit, MORE_IN_SECTION), now)
  return withPictures(index, readBeside(index, older))
}

/**
 * The name of a section, tag or author. The editors' own (site.yaml, `authors/`) comes first, else as the newest live
 * story that carries it writes it. Null when neither knows it.
 */
export async function getTerm(kind: TermKind, slug: string, now: Date): Promise<Term | null> {
  const index = await getIndex()
  const name = getEditorsName(index, kind, slug) ?? getWrittenName(index, kind, slug, now)
  return name === null ? null : { slug, name }
}

/** Sections with live stories: the editors' in their order, then the others by name. */
export async function listSections(now: Date): Promise<readonly SectionSummary[]> {
  return getSectionsMemoized(await getIndex(), now)
}

/** Every page names them. */
const getSectionsMemoized = memoizeByRevision((index, now): SectionSummary[] => {
  const live = index
    .prepare("SELECT slug FROM list WHERE kind = 'section' AND total > 0")
    .all()
    .map((row) => String(row.slug))
    .map((slug) => toSectionSummary(index, slug, now))
    .filter(({ total }) => total > 0)
  const order = new Map(index.site.sections.map((section, position) => [toSectionSlug(section), position]))
  const rank = ({ slug }: SectionSummary) => order.get(slug) ?? order.size
  return live.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, index.site.language))
})

/** Months with live stories, newest first. */
export async function listMonths(now: Date): Promise<MonthSummary[]> {
  const index = await getIndex()
  return index
    .prepare("SELECT slug FROM list WHERE kind = 'month' AND total > 0 ORDER BY slug DESC")
    .all()
    .map((row) => String(row.slug))
    .map((slug) => ({
      year: Number(slug.slice(0, 4)),
      month: Number(slug.slice(5)),
      total: countLive(index, { kind: 'month', slug }, now),
    }))
    .filter(({ total }) => total > 0)
}

export async function getPage(slug: string): Promise<Page | null> {
  const row = (await getIndex())
    .prepare('SELECT data FROM page WHERE slug = ? ORDER BY file LIMIT 1')
    .get(slug)
  return row === undefined ? null : parseStored(pageSchema, String(row.data))
}

/** Standing pages in the editors' order, then by title. */
export async function listPages(): Promise<Page[]> {
  const rows = (await getIndex()).prepare('SELECT data FROM page ORDER BY file').all()
  const pages = rows.map((row) => parseStored(pageSchema, String(row.data)))
  const rank = ({ order }: Page) => order ?? Number.MAX_VALUE
  return pages.sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title))
}

export async function getAuthor(slug: string): Promise<Author | null> {
  const index = await getIndex()
  const author = readAuthor(index, slug)
  if (author !== null) await withPictures(index, [author])
  return author
}

export async function listNewestSlugs(limit: number, now: Date): Promise<string[]> {
  return (await listLatest({ kind: 'all' }, limit, now)).map(({ slug }) => slug)
}

function readAuthor(index: Index, slug: string): Author | null {
  const row = index
    .prepare(
      'SELECT data FROM author WHERE slug = :slug OR name_slug = :slug ORDER BY slug <> :slug, file LIMIT 1',
    )
    .get({ slug })
  return row === undefined ? null : parseStored(authorSchema, String(row.data))
}

function toSectionSummary(index: Index, slug: string, now: Date): SectionSummary {
  const section = index.site.sections.find((candidate) => toSectionSlug(candidate) === slug)
  return {
    slug,
    name: section?.name ?? getWrittenName(index, 'section', slug, now) ?? slug,
    description: section?.description ?? '',
    layout: section?.layout ?? 'news',
    total: countLive(index, { kind: 'section', slug }, now),
  }
}

function getEditorsName(index: Index, kind: TermKind, slug: string): string | null {
  switch (kind) {
    case 'section':
      return index.site.sections.find((section) => toSectionSlug(section) === slug)?.name ?? null
    case 'author':
      return readAuthor(index, slug)?.name ?? null
    case 'tag':
      return null
  }
}

function getWrittenName(index: Index, kind: TermKind, slug: string, now: Date): string | null {
  const [newest] = readList(index, { kind, slug }, now, 1, 0)
  if (newest === undefined) return null
  const terms = {
    section: newest.section === null ? [] : [newest.section],
    tag: newest.tags,
    author: newest.authors,
  }
  return terms[kind].find((term) => term.slug === slug)?.name ?? null
}

function toSectionSlug(section: Site['sections'][number]): string {
  return section.slug ?? toSlug(section.name)
}
