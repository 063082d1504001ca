import type { Metadata } from 'next'
import { getEnv } from '#lib/config/env.ts'
import { isOld } from '#lib/freshness/scheduled-changes.ts'
import { MORE_IN_SECTION } from '#lib/index/live.ts'
import { listVersions } from '#lib/queries/list-versions.ts'
import { getNeighbours, getSite, listMoreInSection, listNewestSlugs } from '#lib/queries/queries.ts'
import { renderPost } from '#lib/queries/render/render-text.ts'
import { listRelated } from '#lib/queries/search/search-stories.ts'
import { toPostPath } from '#lib/routes/paths.ts'
import { buildArticleMetadata } from '#lib/seo/article-metadata.ts'
import { buildArticleGraph } from '#lib/seo/json-ld/article.ts'
import { getShareImage, listSearchImages } from '#lib/seo/preview-image.ts'
import { Article } from '../../_components/Article.tsx'
import { JsonLd } from '../../_components/JsonLd.tsx'
import { toLiveStory } from '../../_live/get-live-story.ts'
import { buildLiveMetadata, renderLivePage } from '../../_live/render-live-page.tsx'
import { getStory, listFediverseHandles, listWriters } from '../../_story/get-story.ts'

type Props = { params: Promise<{ slug: string }> }

/** Fewer than these are no better than the section's. */
const MIN_RELATED = 2

export async function generateStaticParams(): Promise<{ slug: string }[]> {
  const { prerender } = await getSite()
  return (await listNewestSlugs(prerender, new Date())).map((slug) => ({ slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { post, site, now } = await getStory((await params).slug)
  const live = toLiveStory(post)
  if (live !== null) return buildLiveMetadata({ post: live, site, now }, 1)
  const image = getShareImage(post, site)
  return buildArticleMetadata(post, image, site, getEnv().siteUrl, {
    creators: await listFediverseHandles(post),
    versions: await listVersions(post, now),
  })
}

export default async function ArticlePage({ params }: Props) {
  const { post, site, now } = await getStory((await params).slug)
  const live = toLiveStory(post)
  if (live !== null) return renderLivePage({ post: live, site, now }, 1)
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
