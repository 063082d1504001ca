import { CARD_VERSION } from '#lib/card/draw-card.ts'
import type { Site } from '#lib/config/site.ts'
import type { PostSummary } from '#lib/content/post.ts'
import { sha256 } from '#lib/format/hash.ts'

type Story = Pick<PostSummary, 'slug' | 'title' | 'section' | 'language' | 'direction'>

/** Stands for the words on a story's card: other words, another address, since previews are kept for good. */
export function toCardKey(story: Story, { name }: Pick<Site, 'name'>): string {
  const { title, section, language, direction } = story
  const words = [CARD_VERSION, title, section?.name ?? '', name, language, direction]
  return sha256(JSON.stringify(words)).slice(0, 20)
}

/** Where the drawn card of a story without a picture is served. */
export function toCardPath(story: Story, site: Pick<Site, 'name'>): string {
  return `/media/card/${encodeURIComponent(story.slug)}/${toCardKey(story, site)}.jpg`
}

const CARD_PATH = /^\/media\/card\/([^/]+)\/([0-9a-f]{20})\.jpg$/

/** The reverse of `toCardPath`; null for any other path. */
export function parseCardPath(path: string): { slug: string; key: string } | null {
  const [, segment, key] = CARD_PATH.exec(path) ?? []
  if (segment === undefined || key === undefined) return null
  try {
    return { slug: decodeURIComponent(segment), key }
  } catch {
    return null
  }
}
