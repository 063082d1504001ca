import type { Metadata } from 'next'
import { getEnv } from '#lib/config/env.ts'
import { getSite, listPosts } from '#lib/queries/queries.ts'
import { buildHomeGraph } from '#lib/seo/json-ld/home.ts'
import { buildHomeMetadata } from '#lib/seo/list-metadata.ts'
import { JsonLd } from './_components/JsonLd.tsx'
import { FrontPage } from './_front/FrontPage.tsx'
import { getFrontPage } from './_front/get-front-page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const [site, { pages }] = await Promise.all([getSite(), listPosts({ kind: 'all' }, 1, new Date())])
  return buildHomeMetadata(site, getEnv().siteUrl, pages)
}

export default async function HomePage() {
  const [site, front] = await Promise.all([getSite(), getFrontPage(new Date())])
  return (
    <>
      <JsonLd graph={buildHomeGraph(site, getEnv().siteUrl)} />
      <FrontPage site={site} {...front} />
    </>
  )
}
