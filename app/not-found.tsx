import type { Metadata } from 'next'
import { NotInThisPaper } from './_components/NotInThisPaper.tsx'
import { getLatestStories } from './_front/get-latest-stories.ts'

/** Next itself adds `noindex` to whatever answers 404. */
export const metadata: Metadata = { title: 'Not in this paper' }

export default async function NotFound() {
  return (
    <NotInThisPaper
      kicker="404"
      title="Not in this paper"
      description="Nothing is printed at this address. The story may have moved, or the address may have been copied with a letter missing."
      latest={await getLatestStories()}
    />
  )
}
