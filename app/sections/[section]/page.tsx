import type { Metadata } from 'next'
import { buildTermMetadata } from '../../_lists/build-term-metadata.ts'
import { renderTermPage } from '../../_lists/render-term-page.tsx'

export { prerenderNone as generateStaticParams } from '../../_routing/prerender-none.ts'

type Props = { params: Promise<{ section: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return buildTermMetadata({ kind: 'section', slug: (await params).section, page: null })
}

export default async function SectionPage({ params }: Props) {
  return renderTermPage({ kind: 'section', slug: (await params).section, page: null })
}
