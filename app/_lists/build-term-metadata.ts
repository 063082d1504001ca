import type { Metadata } from 'next'
import { getEnv } from '#lib/config/env.ts'
import { buildListMetadata } from '#lib/seo/list-metadata.ts'
import { getTermPage, type TermAddress } from './get-term-page.ts'

/** The head of one page of a section, tag or author. */
export async function buildTermMetadata(address: TermAddress): Promise<Metadata> {
  const { list, term, stories, site, description } = await getTermPage(address, new Date())
  const facts = { list, page: stories.page, pages: stories.pages, name: term.name, description }
  return buildListMetadata(facts, site, getEnv().siteUrl)
}
