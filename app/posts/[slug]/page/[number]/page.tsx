import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLiveStory } from '../../../../_live/get-live-story.ts'
import { buildLiveMetadata, renderLivePage } from '../../../../_live/render-live-page.tsx'
import { parsePageNumber } from '../../../../_routing/segments.ts'

export { prerenderNone as generateStaticParams } from '../../../../_routing/prerender-none.ts'

type Props = { params: Promise<{ slug: string; number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, number } = await params
  return buildLiveMetadata(await getLiveStory(slug), parsePageNumber(number) ?? 1)
}

/** Older updates of a live story. */
export default async function FurtherLivePage({ params }: Props) {
  const { slug, number } = await params
  const page = parsePageNumber(number)
  if (page === null || page === 1) notFound()
  return renderLivePage(await getLiveStory(slug), page)
}
