import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getEnv } from '#lib/config/env.ts'
import { getModified, type Post } from '#lib/content/post.ts'
import { isOld } from '#lib/freshness/scheduled-changes.ts'
import { MORE_IN_SECTION } from '#lib/index/live.ts'
import { listVersions } from '#lib/queries/list-versions.ts'
import {
  getAuthor,
  getNeighbours,
  getPost,
  getSite,
  listMoreInSection,
  listNewestSlugs,
} from '#lib/queries/queries.ts'
import { renderPost } from '#lib/queries/render/render-text.ts'
import { listRelated } from '#lib/queries/search/search-stories.ts'
import { toPostPath } from '#lib/routes/paths.ts'
import { buildArticleMetadata } from '#lib/seo/article-metadata.ts'
import { findFediverseHandle } from '#lib/seo/fediverse.ts'
import { buildArticleGraph } from '#lib/seo/json-ld/article.ts'
import { getShareImage, listSearchImages } from '#lib/seo/preview-image.ts'
import { Article } from '../../_components/Article.tsx'
import { JsonLd } from '../../_components/JsonLd.tsx'
import { decodeSegment } from '../../_routing/segments.ts'

type Props = { params: Promise<{ slug: string }> }

/** Fewer than these are no better than the section's. */
const MIN_RELATED = 2

export async function generateStaticParams(): Promise<{ slug: string }[]> {
  const { prerender } = await getSite()
  return (await listNewestSlugs(prerender, new Date())).map((slug) => ({ slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { post, site, now } = await getArticle((await params).slug)
  const image = getShareImage(post, site)
  return buildArticleMetadata(post, image, site, getEnv().siteUrl, {
    creators: await listFediverseHandles(post),
    versions: await listVersions(post, now),
  })
}

export default async function ArticlePage({ params }: Props) {
  const { post, site, now } = await getArticle((await params).slug)
  const [body, neighbours, more, writers, versions] = await Promise.all([
    renderPost(post, now),
    getNeighbours(post, now),
    listMoreInSection(post, MORE_IN_SECTION, now),
    listWriters(post),
    listVersions(post, now),
  ])
  const shown = [neighbours.previous, neighbours.next].filter((neighbour) => neighbour !== null)
  const related = await listRelated(post, shown, MORE_IN_SECTION, now)
  const images = listSearchImages(post)
  const { siteUrl } = getEnv()
  return (
    <>
      <JsonLd graph={buildArticleGraph({ post, images, writers, versions, site, siteUrl, now })} />
      <Article
        post={post}
        body={body}
        url={siteUrl + toPostPath(post.slug)}
        isOld={isOld(post, now)}
        site={site}
        neighbours={neighbours}
        related={related.length < MIN_RELATED ? [] : related}
        more={more}
      />
    </>
  )
}

/**
 * The story as of now: it was updated when it last really changed, by a correction too. Head and page are of one moment,
 * and read once.
 */
const getArticle = cache(async (segment: string) => {
  const now = new Date()
  const slug = decodeSegment(segment)
  const post = slug === null ? null : await getPost(slug, now)
  if (post === null) notFound()
  const modified = getModified(post, now)
  const updated = modified === post.published ? null : modified
  return { post: { ...post, updated }, site: await getSite(), now }
})

/** Those of a story's writers who have a file of their own. */
const listWriters = cache(async ({ authors }: Pick<Post, 'authors'>) => {
  const people = await Promise.all(authors.map(({ slug }) => getAuthor(slug)))
  return people.filter((person) => person !== null)
})

/** Whom Mastodon and its like may credit for the story. */
async function listFediverseHandles(post: Pick<Post, 'authors'>): Promise<string[]> {
  const people = await listWriters(post)
  return people.map(({ links }) => findFediverseHandle(links)).filter((handle) => handle !== null)
}
