import { drawCard } from '#lib/card/draw-card.ts'
import { toCard } from '#lib/card/to-card.ts'
import { getEnv } from '#lib/config/env.ts'
import type { Index } from '#lib/index/index-state.ts'
import { LIVE_POST } from '#lib/index/live.ts'
import { toSummary } from '#lib/index/post-row.ts'
import { parseCardPath, toCardKey } from '#lib/seo/card-path.ts'
import type { PictureAnswer } from './answer-picture.ts'
import { getBytes, getPictureDesk } from './desk.ts'

/**
 * The drawn card of a story, at the address that stands for the words it has now. The words are the story's: nothing in
 * the address can put others there. Null for any other address.
 */
export async function answerCard(index: Index, path: string, now: Date): Promise<PictureAnswer | null> {
  const asked = parseCardPath(path)
  const row =
    asked === null
      ? undefined
      : index
          .prepare(`SELECT slug, data FROM post WHERE slug = :slug AND ${LIVE_POST}`)
          .get({ slug: asked.slug, now: now.getTime() })
  if (asked === null || row === undefined) return null
  const story = toSummary(row)
  const key = toCardKey(story, index.site)
  if (key !== asked.key) return null
  const name = `card-${key}.jpg`
  const desk = getPictureDesk(index, getEnv().dataDir)
  const bytes = await getBytes(desk, name, () => drawCard(toCard(story, index.site)))
  return bytes === null ? null : { type: 'image/jpeg', etag: `"${name}"`, bytes }
}
