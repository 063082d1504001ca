import type { Metadata } from 'next'
import { NotInThisPaper } from '../_components/NotInThisPaper.tsx'
import { getLatestStories } from '../_front/get-latest-stories.ts'

export const metadata: Metadata = { title: 'Withdrawn', robots: { index: false } }

/** What the address of a deleted story answers, with status 410. `proxy.ts` leads there; nothing links to it. */
export default async function Gone() {
  return (
    <NotInThisPaper
      kicker="410"
      title="This story has been withdrawn"
      description="It was printed here once, and has been taken out of the paper for good."
      latest={await getLatestStories()}
    />
  )
}
