import type { Metadata } from 'next'
import { getLabels } from '#lib/labels/get-labels.ts'
import { NotInThisPaper } from '../_components/NotInThisPaper.tsx'
import { getLanguage, getLatestStories } from '../_front/get-latest-stories.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: getLabels(await getLanguage()).missingTitle, robots: { index: false } }
}

/** What an address answers where nothing is, with status 404. `proxy.ts` leads there; nothing links to it. */
export default async function Missing({
  searchParams,
}: {
  searchParams: Promise<{ words?: string | string[] }>
}) {
  const [{ words }, language, latest] = await Promise.all([searchParams, getLanguage(), getLatestStories()])
  return (
    <NotInThisPaper
      reason="missing"
      language={language}
      words={[words ?? ''].flat()[0] ?? ''}
      latest={latest}
    />
  )
}
