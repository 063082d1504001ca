import type { Metadata } from 'next'
import { buildTermsMetadata, renderTermsPage } from '../../../_terms/term-index-page.tsx'

export { prerenderNone as generateStaticParams } from '../../../_routing/prerender-none.ts'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return buildTermsMetadata('author', (await params).number)
}

export default async function FurtherTermsPage({ params }: Props) {
  return renderTermsPage('author', (await params).number)
}
