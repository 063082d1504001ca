import type { Metadata } from 'next'
import { buildTermMetadata } from '../../../../_lists/build-term-metadata.ts'
import { renderTermPage } from '../../../../_lists/render-term-page.tsx'

export { prerenderNone as generateStaticParams } from '../../../../_routing/prerender-none.ts'

type Props = { params: Promise<{ tag: string; page: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tag: slug, page } = await params
  return buildTermMetadata({ kind: 'tag', slug, page })
}

export default async function FurtherTagPage({ params }: Props) {
  const { tag: slug, page } = await params
  return renderTermPage({ kind: 'tag', slug, page })
}
