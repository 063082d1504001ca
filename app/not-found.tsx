import type { Metadata } from 'next'
import { getLabels } from '#lib/labels/get-labels.ts'
import { NotInThisPaper } from './_components/NotInThisPaper.tsx'
import { getLanguage } from './_front/get-latest-stories.ts'

/** Next itself adds `noindex` to whatever answers 404. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: getLabels(await getLanguage()).missingTitle }
}

/**
 * For a story that vanishes between the front door and its page. Next renders this beside every page, should it be needed,
 * so it holds little: unknown URLs are answered by `_missing`.
 */
export default async function NotFound() {
  return <NotInThisPaper reason="missing" language={await getLanguage()} latest={null} />
}
