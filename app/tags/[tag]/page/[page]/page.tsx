import type { Metadata } from 'next'
import { buildTermMetadata } from '../../../../_lists/build-term-metadata.ts'
import { renderTermPage } from '../../../../_lists/render-term-page.tsx'

type Props = { params: Promise<{ tag: string; page: string }> }

export function generateStaticParams(): { tag: string; page: string }[] {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tag: slug, page } = await params
  return buildTermMetadata({ kind: 'tag', slug, page })
}

export default async function FurtherTagPage({ params }: Props) {
  const { tag: slug, page } = await params
  return renderTermPage({ kind: 'tag', slug, page })
}
