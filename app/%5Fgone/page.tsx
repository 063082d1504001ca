import type { Metadata } from 'next'
import { getLabels } from '#lib/labels/get-labels.ts'
import { NotInThisPaper } from '../_components/NotInThisPaper.tsx'
import { getLanguage, getLatestStories } from '../_front/get-latest-stories.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: getLabels(await getLanguage()).goneTitle, robots: { index: false } }
}

/** What the address of a deleted story answers, with status 410. `proxy.ts` leads there; nothing links to it. */
export default async function Gone() {
  const [language, latest] = await Promise.all([getLanguage(), getLatestStories()])
  return <NotInThisPaper reason="gone" language={language} latest={latest} />
}
