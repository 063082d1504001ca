import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getEnv } from '#lib/config/env.ts'
import type { Site } from '#lib/config/site.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { listVersions } from '#lib/queries/list-versions.ts'
import { getLivePage } from '#lib/queries/live-blog/list-updates.ts'
import { renderUpdates } from '#lib/queries/live-blog/render-updates.ts'
import { toLivePath, toPostPath } from '#lib/routes/paths.ts'
import { buildArticleMetadata } from '#lib/seo/article-metadata.ts'
import { buildArticleGraph } from '#lib/seo/json-ld/article.ts'
import { getShareImage, listSearchImages } from '#lib/seo/preview-image.ts'
import { JsonLd } from '../_components/JsonLd.tsx'
import { listFediverseHandles, listWriters } from '../_story/get-story.ts'
import { findFirstImage } from './find-first-image.ts'
import { LiveBlog, type LiveStory } from './LiveBlog.tsx'

type Facts = { post: LiveStory; site: Site; now: Date }

/** One page of a live story; a page beyond the last is none. */
export async function renderLivePage({ post, site, now }: Facts, page: number) {
  const live = await getLivePage(post.slug, page)
  if (page > live.pages) notFound()
  const shown = [...live.pinned, ...live.updates]
  const intro = live.intro === '' ? [] : [{ id: '', headline: '', text: live.intro }]
  const [texts, writers, versions] = await Promise.all([
    renderUpdates(post, [...intro, ...shown], now),
    listWriters(post),
    listVersions(post, now),
  ])
  const { siteUrl } = getEnv()
  const images = listSearchImages(post)
  const updates = shown.map((update) => ({ update, image: findFirstImage(texts.get(update.id) ?? '') }))
  return (
    <>
      <JsonLd graph={buildArticleGraph({ post, images, writers, versions, updates, site, siteUrl, now })} />
      <LiveBlog
        post={post}
        live={live}
        texts={texts}
        url={siteUrl + toPostPath(post.slug)}
        site={site}
        now={now}
      />
    </>
  )
}

/** Each page names itself as canonical: the updates differ. */
export async function buildLiveMetadata({ post, site, now }: Facts, page: number): Promise<Metadata> {
  const surroundings = {
    creators: await listFediverseHandles(post),
    versions: await listVersions(post, now),
  }
  const labels = getLabels(site.language)
  const part =
    page === 1
      ? {}
      : {
          part: {
            title: labels.furtherPage(post.title, page),
            description: labels.furtherPageText(post.title, page, site.name),
            path: toLivePath(post.slug, page),
          },
        }
  return buildArticleMetadata(post, getShareImage(post, site), site, getEnv().siteUrl, {
    ...surroundings,
    ...part,
  })
}
