import type { Metadata } from 'next'
import { buildTermsMetadata, renderTermsPage } from '../../../_terms/term-index-page.tsx'

type Props = { params: Promise<{ number: string }> }

export function generateStaticParams(): { number: string }[] {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return buildTermsMetadata('author', (await params).number)
}

export default async function FurtherTermsPage({ params }: Props) {
  return renderTermsPage('author', (await params).number)
}
