import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getEnv } from '#lib/config/env.ts'
import { MORE_IN_SECTION } from '#lib/index/live.ts'
import { isOld } from '#lib/index/passing.ts'
import { getNeighbours, getPost, getSite, listMoreInSection, listNewestSlugs } from '#lib/index/queries.ts'
import { renderPost } from '#lib/index/render-text.ts'
import { buildArticleMetadata } from '#lib/seo/article-metadata.ts'
import { toPostPath } from '#lib/seo/paths.ts'
import { toPreviewImage } from '#lib/seo/preview-image.ts'
import { Article } from '../../_components/Article.tsx'
import { decodeSegment } from '../../_routing/segments.ts'

type Props = { params: Promise<{ slug: string }> }

export async function generateStaticParams(): Promise<{ slug: string }[]> {
  const { prerender } = await getSite()
  return (await listNewestSlugs(prerender, new Date())).map((slug) => ({ slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { post, site } = await getArticle((await params).slug, new Date())
  const image = toPreviewImage(post.image, post.sourceFile)
  return buildArticleMetadata(post, image, site, getEnv().siteUrl)
}

export default async function ArticlePage({ params }: Props) {
  const now = new Date()
  const { post, site } = await getArticle((await params).slug, now)
  const [body, neighbours, more] = await Promise.all([
    renderPost(post, now),
    getNeighbours(post, now),
    listMoreInSection(post, MORE_IN_SECTION, now),
  ])
  const url = getEnv().siteUrl + toPostPath(post.slug)
  return (
    <Article
      post={post}
      body={body}
      url={url}
      isOld={isOld(post, now)}
      site={site}
      neighbours={neighbours}
      more={more}
    />
  )
}

async function getArticle(segment: string, now: Date) {
  const slug = decodeSegment(segment)
  const post = slug === null ? null : await getPost(slug, now)
  if (post === null) notFound()
  return { post, site: await getSite() }
}
