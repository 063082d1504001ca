import type { Metadata } from 'next'
import { buildTermsMetadata, renderTermsPage } from '../_terms/term-index-page.tsx'

export function generateMetadata(): Promise<Metadata> {
  return buildTermsMetadata('author', null)
}

export default function TermsPage() {
  return renderTermsPage('author', null)
}
