import type { Metadata } from 'next'
import { buildTermMetadata } from '../../../../_lists/build-term-metadata.ts'
import { renderTermPage } from '../../../../_lists/render-term-page.tsx'

export { prerenderNone as generateStaticParams } from '../../../../_routing/prerender-none.ts'

type Props = { params: Promise<{ section: string; page: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section: slug, page } = await params
  return buildTermMetadata({ kind: 'section', slug, page })
}

export default async function FurtherSectionPage({ params }: Props) {
  const { section: slug, page } = await params
  return renderTermPage({ kind: 'section', slug, page })
}
