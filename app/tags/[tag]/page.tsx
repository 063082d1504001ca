import type { Metadata } from 'next'
import { buildTermMetadata } from '../../_lists/build-term-metadata.ts'
import { renderTermPage } from '../../_lists/render-term-page.tsx'

export { prerenderNone as generateStaticParams } from '../../_routing/prerender-none.ts'

type Props = { params: Promise<{ tag: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return buildTermMetadata({ kind: 'tag', slug: (await params).tag, page: null })
}

export default async function TagPage({ params }: Props) {
  return renderTermPage({ kind: 'tag', slug: (await params).tag, page: null })
}
