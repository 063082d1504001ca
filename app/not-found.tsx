import type { Metadata } from 'next'
import { NotInThisPaper } from './_components/NotInThisPaper.tsx'
import { getLatestStories } from './_front/get-latest-stories.ts'
import { getLabels } from './_labels/get-labels.ts'

/** Next itself adds `noindex` to whatever answers 404. */
export async function generateMetadata(): Promise<Metadata> {
  const latest = await getLatestStories()
  return { title: getLabels(latest?.site.language ?? 'en').missingTitle }
}

export default async function NotFound() {
  return <NotInThisPaper reason="missing" latest={await getLatestStories()} />
}
