import type { Metadata } from 'next'
import { NotInThisPaper } from '../_components/NotInThisPaper.tsx'
import { getLatestStories } from '../_front/get-latest-stories.ts'

export const metadata: Metadata = { title: 'Withdrawn', robots: { index: false } }

/** What the address of a deleted story answers, with status 410. `proxy.ts` leads there; nothing links to it. */
export default async function Gone() {
  return <NotInThisPaper reason="gone" latest={await getLatestStories()} />
}
