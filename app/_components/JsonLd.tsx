import type { Graph } from 'schema-dts'
import { serializeJsonLd } from '#lib/seo/json-ld/serialize.ts'

/** What a page is about, for search engines. */
export function JsonLd({ graph }: { graph: Graph }) {
  const text = serializeJsonLd(graph)
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every `<` escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />
}
