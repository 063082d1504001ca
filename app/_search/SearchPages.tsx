import { getLabels } from '#lib/labels/get-labels.ts'
import { type Asked, toSearchPath } from '#lib/search/asked.ts'
import { Pages } from '../_components/Pagination.tsx'

type Props = { asked: Asked; page: number; pages: number; language: string }

/** Where among the hits the reader is, and the ways on from there. */
export function SearchPages({ asked, language, ...place }: Props) {
  const toPath = (page: number) => toSearchPath({ ...asked, page })
  return (
    <Pages {...place} toPath={toPath} language={language} label={getLabels(language).hitPages} isNoFollow />
  )
}
