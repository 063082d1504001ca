import type { Metadata } from 'next'
import { buildTermMetadata } from '../../_lists/build-term-metadata.ts'
import { renderAuthorPage } from '../../_lists/render-author-page.tsx'

type Props = { params: Promise<{ author: string }> }

export function generateStaticParams(): { author: string }[] {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return buildTermMetadata({ kind: 'author', slug: (await params).author, page: null })
}

export default async function AuthorPage({ params }: Props) {
  return renderAuthorPage((await params).author, null)
}
