import type { Metadata } from 'next'
import { getEnv } from '#lib/config/env.ts'
import { getListCard } from '#lib/seo/list-card.ts'
import { buildListMetadata } from '#lib/seo/list-metadata.ts'
import { getListImage } from '#lib/seo/preview-image.ts'
import { type ArchiveAddress, getArchivePage } from './get-archive-page.ts'

/** The head of one page of a year or month. */
export async function buildArchiveMetadata(address: ArchiveAddress): Promise<Metadata> {
  const { list, stories, site } = await getArchivePage(address, new Date())
  const { page, posts } = stories
  const image = getListImage(posts, getListCard(list, '', site))
  return buildListMetadata({ list, page, name: '', description: '', image }, site, getEnv().siteUrl)
}
