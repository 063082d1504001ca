import { toCardPathOf } from '#lib/pictures/card/card-path.ts'
import { type CardPaper, toListCard } from '#lib/pictures/card/list-card.ts'
import { CARD_SIZE } from '#lib/pictures/card/render-card.ts'
import { type ListRef, toListName } from '#lib/routes/lists.ts'
import type { PreviewImage } from './preview-image.ts'

/** The drawn card a list is shared with. */
export function getListCard(list: ListRef, name: string, site: CardPaper): PreviewImage {
  const { kind, slug } = toListName(list)
  const card = toListCard(list, name, site)
  const alt = list.kind === 'all' ? `${site.name}: ${card.title}` : `${card.title} — ${site.name}`
  return { url: toCardPathOf(`${kind}:${slug}`, card, site), alt, ...CARD_SIZE, type: 'image/jpeg' }
}

/** The card of the paper itself, for pages that show nothing of their own. */
export function getPaperCard(site: CardPaper): PreviewImage {
  return getListCard({ kind: 'all' }, '', site)
}
