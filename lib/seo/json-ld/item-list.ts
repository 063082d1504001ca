import type { ItemList } from 'schema-dts'
import type { PostSummary } from '#lib/content/post.ts'
import { toPostPath } from '#lib/routes/paths.ts'

/** The stories a page lists, in its order. */
export function buildItemList(
  stories: readonly Pick<PostSummary, 'slug' | 'title'>[],
  siteUrl: string,
): ItemList {
  return {
    '@type': 'ItemList',
    numberOfItems: stories.length,
    itemListElement: stories.map(({ slug, title }, position) => ({
      '@type': 'ListItem',
      position: position + 1,
      url: siteUrl + toPostPath(slug),
      name: title,
    })),
  }
}
