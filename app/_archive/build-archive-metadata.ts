import type { Metadata } from 'next'
import { getEnv } from '#lib/config/env.ts'
import { buildListMetadata } from '#lib/seo/list-metadata.ts'
import { type ArchiveAddress, getArchivePage } from './get-archive-page.ts'

/** The head of one page of a year or month. */
export async function buildArchiveMetadata(address: ArchiveAddress): Promise<Metadata> {
  const { list, stories, site } = await getArchivePage(address, new Date())
  const { page, pages } = stories
  return buildListMetadata({ list, page, pages, name: '', description: '' }, site, getEnv().siteUrl)
}
