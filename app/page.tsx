import type { Metadata } from 'next'
import { getEnv } from '#lib/config/env.ts'
import { getSite, listPosts } from '#lib/queries/queries.ts'
import { buildHomeGraph } from '#lib/seo/json-ld/home.ts'
import { getPaperCard } from '#lib/seo/list-card.ts'
import { buildHomeMetadata } from '#lib/seo/list-metadata.ts'
import { getListImage } from '#lib/seo/preview-image.ts'
import { buildVerification } from '#lib/seo/verification.ts'
import { JsonLd } from './_components/JsonLd.tsx'
import { FrontPage } from './_front/FrontPage.tsx'
import { getFrontPage } from './_front/get-front-page.ts'
import { planFrontPage } from './_front/plan-front-page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const [site, { posts }] = await Promise.all([getSite(), listPosts({ kind: 'all' }, 1, new Date())])
  const { lead } = planFrontPage(posts, [])
  const image = getListImage(lead === null ? [] : [lead], getPaperCard(site))
  return { ...buildHomeMetadata(site, getEnv().siteUrl, image), other: buildVerification(site) }
}

export default async function HomePage() {
  const now = new Date()
  const [site, front] = await Promise.all([getSite(), getFrontPage(now)])
  return (
    <>
      <JsonLd graph={buildHomeGraph(site, getEnv().siteUrl)} />
      <FrontPage site={site} now={now} {...front} />
    </>
  )
}
