import { getEnv } from '#lib/config/env.ts'
import type { Site } from '#lib/config/site.ts'
import type { Author } from '#lib/content/page.ts'
import type { ListRef, PostPage } from '#lib/queries/queries.ts'
import type { Crumb } from '#lib/seo/json-ld/breadcrumbs.ts'
import { buildListGraph } from '#lib/seo/json-ld/list.ts'
import { toPreviewImage } from '#lib/seo/preview-image.ts'
import { JsonLd } from '../_components/JsonLd.tsx'

type Props = {
  list: ListRef
  stories: PostPage
  site: Site
  name: string
  parents?: readonly Crumb[]
  author?: Author | null
}

/** What one page of a list is about, for search engines. */
export function ListJsonLd({ list, stories, site, name, parents = [], author = null }: Props) {
  const portrait = author === null ? null : toPreviewImage(author.image, author.sourceFile)
  const facts = { list, page: stories.page, name, parents, stories: stories.posts, author, site }
  const graph = buildListGraph({ ...facts, portrait: portrait?.url ?? null, siteUrl: getEnv().siteUrl })
  return <JsonLd graph={graph} />
}
