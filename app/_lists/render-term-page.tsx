import { getLabels } from '#lib/labels/get-labels.ts'
import { getTermPage, type TermAddress } from './get-term-page.ts'
import { ListJsonLd } from './ListJsonLd.tsx'
import { ListPage } from './ListPage.tsx'

const KICKERS = { section: 'section', tag: 'topic' } as const

/** One page of a section or a tag. */
export async function renderTermPage(address: TermAddress & { kind: 'section' | 'tag' }) {
  const { list, term, stories, site, description } = await getTermPage(address, new Date())
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
      />
    </>
  )
}
