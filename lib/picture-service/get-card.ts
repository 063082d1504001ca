import { getEnv } from '#lib/config/env.ts'
import { countLive } from '#lib/index/counts.ts'
import type { Index } from '#lib/index/index-state.ts'
import { parseCardPath, toCardKey } from '#lib/pictures/card/card-path.ts'
import { parseListName, toListCard } from '#lib/pictures/card/list-card.ts'
import { type CardStory, toCard } from '#lib/pictures/card/to-card.ts'
import { findLiveSummary } from '#lib/queries/find-live-summary.ts'
import { getTerm } from '#lib/queries/queries.ts'
import { type ListRef, toListName } from '#lib/routes/lists.ts'
import { drawCardInFont } from './draw-custom-card.ts'
import type { PictureFile } from './picture-file.ts'
import { getContentBytes, getPictureService } from './picture-service.ts'

/**
 * The drawn card of a story or a list, at the address that stands for the words it has now. The words are the paper's:
 * nothing in the address can put others there. Null for any other address.
 */
export async function getCard(index: Index, path: string, now: Date): Promise<PictureFile | null> {
  const asked = parseCardPath(path)
  if (asked === null) return null
  const list = parseListName(asked.name)
  const story = list === null ? findLiveSummary(index, asked.name, now) : await getList(index, list, now)
  if (story === null || toCardKey(story, index.site) !== asked.key) return null
  const name = `card-${asked.key}.jpg`
  const service = getPictureService(index, getEnv().dataDir)
  const bytes = await getContentBytes(index, service, name, () =>
    drawCardInFont(index, toCard(story, index.site)),
  )
  return bytes === null ? null : { type: 'image/jpeg', etag: `"${name}"`, bytes }
}

async function getList(index: Index, list: ListRef, now: Date): Promise<CardStory | null> {
  switch (list.kind) {
    case 'section':
    case 'tag':
    case 'author': {
      const term = await getTerm(list.kind, list.slug, now)
      return term === null ? null : toListCard(list, term.name, index.site)
    }
    case 'year':
    case 'month':
      return countLive(index, toListName(list), now) === 0 ? null : toListCard(list, '', index.site)
    case 'all':
      return toListCard(list, '', index.site)
  }
}
