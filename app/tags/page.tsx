import type { Metadata } from 'next'
import { buildTermsMetadata, renderTermsPage } from '../_terms/term-index-page.tsx'

export function generateMetadata(): Promise<Metadata> {
  return buildTermsMetadata('tag', null)
}

export default function TermsPage() {
  return renderTermsPage('tag', null)
}
