import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getEnv } from '#lib/config/env.ts'
import { isOld } from '#lib/freshness/scheduled-changes.ts'
import { MORE_IN_SECTION } from '#lib/index/live.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { getNeighbours, getSite, getStoredPost, listMoreInSection } from '#lib/queries/queries.ts'
import { renderPost } from '#lib/queries/render/render-text.ts'
import { toPostPath } from '#lib/routes/paths.ts'
import { isValidPreview, type PreviewAddress } from '#lib/routes/preview-path.ts'
import { Article } from '../../../../_components/Article.tsx'
import { PreviewNotice } from '../../../../_components/PreviewNotice.tsx'
import { decodeSegment } from '../../../../_routing/segments.ts'

type Props = { params: Promise<PreviewAddress> }

/** Never cached, by us or by anyone: Next answers it with `no-store`. */
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { post, site } = await getPreview(await params, new Date())
  const title = getLabels(site.language).previewOf(post.title)
  return { title, robots: { index: false, follow: false }, referrer: 'no-referrer' }
}

/** An unpublished story as it will look, for holders of a signed preview link. */
export default async function PreviewPage({ params }: Props) {
  const now = new Date()
  const { post, site, expires } = await getPreview(await params, now)
  const [body, neighbours, more] = await Promise.all([
    renderPost(post, now),
    getNeighbours(post, now),
    listMoreInSection(post, MORE_IN_SECTION, now),
  ])
  return (
    <>
      <PreviewNotice post={post} expires={expires} site={site} now={now} />
      <Article
        post={post}
        body={body}
        url={getEnv().siteUrl + toPostPath(post.slug)}
        isOld={isOld(post, now)}
        site={site}
        neighbours={neighbours}
        related={[]}
        more={more}
      />
    </>
  )
}

async function getPreview(segments: PreviewAddress, now: Date) {
  const slug = decodeSegment(segments.slug) ?? ''
  if (!isValidPreview({ ...segments, slug }, getEnv().previewSecret, now)) notFound()
  const post = await getStoredPost(slug)
  if (post === null) notFound()
  return { post, site: await getSite(), expires: new Date(Number(segments.expires) * 1000).toISOString() }
}
