import type { Metadata } from 'next'
import { getEnv } from '#lib/config/env.ts'
import { getAuthor } from '#lib/queries/queries.ts'
import { getListCard } from '#lib/seo/list-card.ts'
import { buildListMetadata } from '#lib/seo/list-metadata.ts'
import { getListImage } from '#lib/seo/preview-image.ts'
import { getTermPage, type TermAddress } from './get-term-page.ts'

/** The head of one page of a section, tag or author. */
export async function buildTermMetadata(address: TermAddress): Promise<Metadata> {
  const { list, term, stories, site, description } = await getTermPage(address, new Date())
  const author = list.kind === 'author' ? await getAuthor(list.slug) : null
  const shown = author === null ? stories.posts : [author]
  const image = getListImage(shown, getListCard(list, term.name, site))
  const facts = { list, page: stories.page, name: term.name, description, image }
  return buildListMetadata(facts, site, getEnv().siteUrl)
}
