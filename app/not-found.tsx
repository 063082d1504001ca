import type { Metadata } from 'next'
import { getSite, listLatest } from '#lib/index/queries.ts'
import { NotInThisPaper } from './_components/NotInThisPaper.tsx'

/** Next itself adds `noindex` to whatever answers 404. */
export const metadata: Metadata = { title: 'Not in this paper' }

const LATEST = 6

export default async function NotFound() {
  return <NotInThisPaper latest={await getLatest()} />
}

/** The newest headlines, or none: a page about what is missing must not itself go missing with the index. */
async function getLatest() {
  try {
    const [site, stories] = await Promise.all([getSite(), listLatest({ kind: 'all' }, LATEST, new Date())])
    return { site, stories }
  } catch (error) {
    console.error('The 404 page goes without the latest stories:', error)
    return null
  }
}
