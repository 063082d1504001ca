import type { Metadata } from 'next'
import { buildArchiveMetadata } from '../../../../_archive/build-archive-metadata.ts'
import { renderArchivePage } from '../../../../_archive/render-archive-page.tsx'

export { prerenderNone as generateStaticParams } from '../../../../_routing/prerender-none.ts'

type Params = { year: string; page: string }
type Props = { params: Promise<Params> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return buildArchiveMetadata({ month: null, ...(await params) })
}

export default async function FurtherYearPage({ params }: Props) {
  return renderArchivePage({ month: null, ...(await params) })
}
