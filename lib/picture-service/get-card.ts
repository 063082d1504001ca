import { getEnv } from '#lib/config/env.ts'
import type { Index } from '#lib/index/index-state.ts'
import { parseCardPath, toCardKey } from '#lib/pictures/card/card-path.ts'
import { drawCard } from '#lib/pictures/card/draw-card.ts'
import { toCard } from '#lib/pictures/card/to-card.ts'
import { findLiveSummary } from '#lib/queries/find-live-summary.ts'
import type { PictureFile } from './picture-file.ts'
import { getBytes, getPictureService } from './picture-service.ts'

/**
 * The drawn card of a story, at the address that stands for the words it has now. The words are the story's: nothing in
 * the address can put others there. Null for any other address.
 */
export async function getCard(index: Index, path: string, now: Date): Promise<PictureFile | null> {
  const asked = parseCardPath(path)
  const story = asked === null ? null : findLiveSummary(index, asked.slug, now)
  if (asked === null || story === null) return null
  const key = toCardKey(story, index.site)
  if (key !== asked.key) return null
  const name = `card-${key}.jpg`
  const service = getPictureService(index, getEnv().dataDir)
  const bytes = await getBytes(service, name, () => drawCard(toCard(story, index.site)))
  return bytes === null ? null : { type: 'image/jpeg', etag: `"${name}"`, bytes }
}
