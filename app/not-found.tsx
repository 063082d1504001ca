import type { Metadata } from 'next'
import { getLabels } from '#lib/labels/get-labels.ts'
import { NotInThisPaper } from './_components/NotInThisPaper.tsx'
import { getLanguage, getLatestStories } from './_front/get-latest-stories.ts'

/** Next itself adds `noindex` to whatever answers 404. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: getLabels(await getLanguage()).missingTitle }
}

export default async function NotFound() {
  return <NotInThisPaper reason="missing" latest={await getLatestStories()} />
}
