import { notFound } from 'next/navigation'
import { getAuthor, getSite, getTerm, listPosts, listSections } from '#lib/queries/queries.ts'
import { toSlug } from '#lib/text/slug.ts'
import { openFurtherPage } from '../_routing/open-list.ts'
import { decodeSegment } from '../_routing/segments.ts'

type TermKind = 'section' | 'tag' | 'author'

/** Which page of which term a URL asks for: its segments as typed, `page` null for the list's own URL. */
export type TermAddress = { kind: TermKind; slug: string; page: string | null }

/** One page of a section, tag or author. Answers 404 when there is none. */
export async function getTermPage({ kind, slug: segment, page }: TermAddress, now: Date) {
  const slug = decodeSegment(segment)
  const term = slug === null ? null : await getTerm(kind, slug, now)
  if (term === null) notFound()
  const list = { kind, slug: term.slug }
  const stories = page === null ? await listPosts(list, 1, now) : await openFurtherPage(list, page, now)
  return { list, term, stories, site: await getSite(), description: await getDescription(list, now) }
}

/** What the editors say of it: in site.yaml of a section or topic, in its own file of an author. */
async function getDescription({ kind, slug }: { kind: TermKind; slug: string }, now: Date): Promise<string> {
  switch (kind) {
    case 'section':
      return (await listSections(now)).find((section) => section.slug === slug)?.description ?? ''
    case 'author':
      return (await getAuthor(slug))?.description ?? ''
    case 'tag':
      return (await getSite()).tags.find((tag) => (tag.slug ?? toSlug(tag.name)) === slug)?.description ?? ''
  }
}
