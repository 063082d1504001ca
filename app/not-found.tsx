import type { Metadata } from 'next'
import { NotInThisPaper } from './_components/NotInThisPaper.tsx'
import { getLatestStories } from './_front/get-latest-stories.ts'

/** Next itself adds `noindex` to whatever answers 404. */
export const metadata: Metadata = { title: 'Not in this paper' }

export default async function NotFound() {
  return <NotInThisPaper reason="missing" latest={await getLatestStories()} />
}
