import type { Metadata } from 'next'
import { getEnv } from '#lib/config/env.ts'
import { getSite } from '#lib/index/queries.ts'
import { buildHomeMetadata } from '#lib/seo/list-metadata.ts'
import { FrontPage } from './_front/FrontPage.tsx'
import { getFrontPage } from './_front/get-front-page.ts'

export async function generateMetadata(): Promise<Metadata> {
  return buildHomeMetadata(await getSite(), getEnv().siteUrl)
}

export default async function HomePage() {
  const [site, front] = await Promise.all([getSite(), getFrontPage(new Date())])
  return <FrontPage site={site} {...front} />
}
