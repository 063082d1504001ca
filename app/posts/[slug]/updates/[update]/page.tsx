import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getEnv } from '#lib/config/env.ts'
import { findFirstParagraph } from '#lib/content/clean/first-paragraph.ts'
import { findUpdate } from '#lib/queries/live-blog/list-updates.ts'
import { renderUpdates } from '#lib/queries/live-blog/render-updates.ts'
import { toLivePath, toUpdatePath } from '#lib/routes/paths.ts'
import { buildArticleMetadata } from '#lib/seo/article-metadata.ts'
import { buildArticleGraph } from '#lib/seo/json-ld/article.ts'
import { getShareImage, listSearchImages } from '#lib/seo/preview-image.ts'
import { cutText } from '#lib/text/cut-text.ts'
import { JsonLd } from '../../../../_components/JsonLd.tsx'
import { findFirstImage } from '../../../../_live/find-first-image.ts'
import { getLiveStory } from '../../../../_live/get-live-story.ts'
import { UpdatePage } from '../../../../_live/UpdatePage.tsx'
import { decodeSegment } from '../../../../_routing/segments.ts'
import { listFediverseHandles, listWriters } from '../../../../_story/get-story.ts'

export { prerenderNone as generateStaticParams } from '../../../../_routing/prerender-none.ts'

type Props = { params: Promise<{ slug: string; update: string }> }

/** Characters of Markdown that a description is taken from, and those it has. */
const MAX_SOURCE = 2_000
const MAX_DESCRIPTION = 160

/** Shared under its own headline; to be found is the page that holds it. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { post, site, update, page } = await getUpdate(await params)
  const { siteUrl } = getEnv()
  const words = findFirstParagraph(update.text.slice(0, MAX_SOURCE).toWellFormed())
  return buildArticleMetadata(post, getShareImage(post, site), site, siteUrl, {
    creators: await listFediverseHandles(post),
    versions: [],
    part: {
      title: update.headline || post.title,
      description: cutText(words, MAX_DESCRIPTION),
      path: toLivePath(post.slug, page),
      sharedAs: toUpdatePath(post.slug, update.id),
    },
  })
}

/** One update of a live story at an address of its own. */
export default async function LiveUpdatePage({ params }: Props) {
  const { post, site, now, update, page } = await getUpdate(await params)
  const [texts, writers] = await Promise.all([renderUpdates(post, [update], now), listWriters(post)])
  const { siteUrl } = getEnv()
  const html = texts.get(update.id) ?? ''
  const updates = [{ update, image: findFirstImage(html) }]
  const images = listSearchImages(post)
  return (
    <>
      <JsonLd graph={buildArticleGraph({ post, images, writers, updates, site, siteUrl, now })} />
      <UpdatePage
        post={post}
        update={update}
        html={html}
        path={`${toLivePath(post.slug, page)}#${update.id}`}
        url={siteUrl + toUpdatePath(post.slug, update.id)}
        site={site}
        now={now}
      />
    </>
  )
}

async function getUpdate({ slug, update }: { slug: string; update: string }) {
  return getUpdateOf(slug, update)
}

const getUpdateOf = cache(async (slug: string, segment: string) => {
  const story = await getLiveStory(slug)
  const id = decodeSegment(segment)
  const found = id === null ? null : await findUpdate(story.post.slug, id)
  if (found === null) notFound()
  return { ...story, ...found }
})
