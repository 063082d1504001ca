import { getLabels } from '#lib/labels/get-labels.ts'
import { getAuthor } from '#lib/queries/queries.ts'
import { renderAuthor } from '#lib/queries/render/render-text.ts'
import { AuthorCard } from '../_components/AuthorCard.tsx'
import { getTermPage } from './get-term-page.ts'
import { ListJsonLd } from './ListJsonLd.tsx'
import { ListPage } from './ListPage.tsx'

/** One page of what a writer wrote; on the first, who they are, when they have a file of their own. */
export async function renderAuthorPage(slug: string, page: string | null) {
  const now = new Date()
  const { list, term, stories, site } = await getTermPage({ kind: 'author', slug, page }, now)
  const author = page === null ? await getAuthor(term.slug) : null
  return (
    <>
      <ListJsonLd list={list} stories={stories} site={site} name={term.name} author={author} />
      <ListPage
        list={list}
        stories={stories}
        site={site}
        kicker={getLabels(site.language).writer}
        title={term.name}
      >
        {author !== null && (
          <AuthorCard author={author} html={(await renderAuthor(author, now)).html} site={site} />
        )}
      </ListPage>
    </>
  )
}
