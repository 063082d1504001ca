import type { Metadata } from 'next'
import { buildTermMetadata } from '../../_lists/build-term-metadata.ts'
import { renderAuthorPage } from '../../_lists/render-author-page.tsx'

export { prerenderNone as generateStaticParams } from '../../_routing/prerender-none.ts'

type Props = { params: Promise<{ author: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return buildTermMetadata({ kind: 'author', slug: (await params).author, page: null })
}

export default async function AuthorPage({ params }: Props) {
  return renderAuthorPage((await params).author, null)
}
