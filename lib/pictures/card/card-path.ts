import type { PostSummary } from '#lib/content/post.ts'
import { getPathPrefix, toPath } from '#lib/routes/paths.ts'
import { sha256 } from '#lib/text/hash.ts'
import { CARD_VERSION } from './render-card.ts'
import { type CardSite, type CardStory, toCard } from './to-card.ts'

/** Stands for all that is on a card: another card, another address, since previews are kept for good. */
export function toCardKey(story: CardStory, site: CardSite): string {
  return sha256(JSON.stringify([CARD_VERSION, toCard(story, site)])).slice(0, 20)
}

/** Where the drawn card of a story without a picture is served. */
export function toCardPath(story: CardStory & Pick<PostSummary, 'slug'>, site: CardSite): string {
  return toCardPathOf(story.slug, story, site)
}

/** Where a card is served: `name` is what it is of, a story's slug or a list's name such as `section:harbour`. */
export function toCardPathOf(name: string, card: CardStory, site: CardSite): string {
  return toPath('card', name, `${toCardKey(card, site)}.jpg`)
}

const PREFIX = getPathPrefix('card')
const NAME_AND_KEY = /^([^/]+)\/([0-9a-f]{20})\.jpg$/

/** The reverse of `toCardPathOf`; null for any other path. */
export function parseCardPath(path: string): { name: string; key: string } | null {
  const [, segment, key] = path.startsWith(PREFIX) ? (NAME_AND_KEY.exec(path.slice(PREFIX.length)) ?? []) : []
  if (segment === undefined || key === undefined) return null
  try {
    return { name: decodeURIComponent(segment), key }
  } catch {
    return null
  }
}
