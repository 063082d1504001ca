import { notFound, permanentRedirect } from 'next/navigation'
import { getRedirect } from '#lib/index/queries.ts'
import { decodeSegment } from './segments.ts'

/** What has no page of its own: a story's former address leads to the story (308), anything else is not found (404). */
export async function answerMissing(path: string, now: Date): Promise<never> {
  const decoded = decodeSegment(path)
  const target = decoded === null ? null : await getRedirect(decoded, now)
  if (target !== null) permanentRedirect(target)
  notFound()
}
