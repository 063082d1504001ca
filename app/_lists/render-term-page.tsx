import { getLabels } from '#lib/labels/get-labels.ts'
import { listRelatedTopics } from '#lib/queries/search/list-related-topics.ts'
import { getTermPage, type TermAddress } from './get-term-page.ts'
import { ListJsonLd } from './ListJsonLd.tsx'
import { ListPage } from './ListPage.tsx'
import { RelatedTopics } from './RelatedTopics.tsx'

const MAX_TOPICS = 6

const KICKERS = { section: 'section', tag: 'topic' } as const

/** One page of a section or a tag. */
export async function renderTermPage(address: TermAddress & { kind: 'section' | 'tag' }) {
  const now = new Date()
  const { list, term, stories, site, description } = await getTermPage(address, now)
  const isTopic = address.kind === 'tag' && address.page === null
  const topics = isTopic ? await listRelatedTopics(term.slug, MAX_TOPICS, now) : []
  return (
    <>
      <ListJsonLd list={list} stories={stories} site={site} name={term.name} />
      <ListPage
        list={list}
        stories={stories}
        site={site}
        kicker={getLabels(site.language)[KICKERS[address.kind]]}
        title={term.name}
        description={description}
      >
        <RelatedTopics topics={topics} language={site.language} />
      </ListPage>
    </>
  )
}
