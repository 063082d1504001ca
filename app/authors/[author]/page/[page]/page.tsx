import type { Metadata } from 'next'
import { buildTermMetadata } from '../../../../_lists/build-term-metadata.ts'
import { renderAuthorPage } from '../../../../_lists/render-author-page.tsx'

export { prerenderNone as generateStaticParams } from '../../../../_routing/prerender-none.ts'

type Props = { params: Promise<{ author: string; page: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { author: slug, page } = await params
  return buildTermMetadata({ kind: 'author', slug, page })
}

export default async function FurtherAuthorPage({ params }: Props) {
  const { author: slug, page } = await params
  return renderAuthorPage(slug, page)
}
