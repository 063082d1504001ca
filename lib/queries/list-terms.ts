import type { Term } from '#lib/content/post.ts'
import { countLive } from '#lib/index/counts.ts'
import type { Index } from '#lib/index/index-state.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { getTerm } from './queries.ts'
import { countTerms, iterateTerms } from './sitemap-rows.ts'

type TermKind = 'section' | 'tag' | 'author'

/** A section, topic or writer with how many live stories there are. */
export type CountedTerm = Term & { total: number }

/** `page` counts from 1; `terms` is empty beyond the last of `pages`. */
export type TermPage = { terms: CountedTerm[]; page: number; pages: number }

const TERMS_PER_PAGE = 200

export function countTermPages(index: Index, kind: TermKind, now: Date): number {
  return Math.ceil(countTerms(index, kind, 1, now).total / TERMS_PER_PAGE)
}

/** One page of all sections, topics or writers with live stories, by their address. */
export async function listTerms(kind: TermKind, page: number, now: Date): Promise<TermPage> {
  const index = await getIndex()
  const range = { least: 1, offset: (page - 1) * TERMS_PER_PAGE, limit: TERMS_PER_PAGE }
  const rows = [...iterateTerms(index, kind, range, now)]
  const terms = await Promise.all(
    rows.map(async ({ slug }) => ({
      slug,
      name: (await getTerm(kind, slug, now))?.name ?? slug,
      total: countLive(index, { kind, slug }, now),
    })),
  )
  return { terms, page, pages: countTermPages(index, kind, now) }
}
