import type { Metadata } from 'next'
import { getEnv } from '#lib/config/env.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { getSite } from '#lib/queries/queries.ts'
import { getListCard } from '#lib/seo/list-card.ts'
import { buildListMetadata } from '#lib/seo/list-metadata.ts'
import { getListImage } from '#lib/seo/preview-image.ts'
import { ListJsonLd } from '../../_lists/ListJsonLd.tsx'
import { ListPage } from '../../_lists/ListPage.tsx'
import { openFurtherPage } from '../../_routing/open-list.ts'

export { prerenderNone as generateStaticParams } from '../../_routing/prerender-none.ts'

type Props = { params: Promise<{ page: string }> }

const ALL = { kind: 'all' } as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page, posts } = await openFurtherPage(ALL, (await params).page, new Date())
  const site = await getSite()
  const image = getListImage(posts, getListCard(ALL, '', site))
  return buildListMetadata({ list: ALL, page, name: '', description: '', image }, site, getEnv().siteUrl)
}

export default async function FurtherHomePage({ params }: Props) {
  const stories = await openFurtherPage(ALL, (await params).page, new Date())
  const site = await getSite()
  const { paper, allStories } = getLabels(site.language)
  return (
    <>
      <ListJsonLd list={ALL} stories={stories} site={site} name={allStories} />
      <ListPage list={ALL} stories={stories} site={site} kicker={paper} title={allStories} />
    </>
  )
}
