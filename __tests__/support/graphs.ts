import { parseSite } from '#lib/config/parse/parse-site.ts'
import { buildArticleGraph } from '#lib/seo/json-ld/article.ts'
import { serializeJsonLd } from '#lib/seo/json-ld/serialize.ts'
import { makePost } from '../app/support/story.ts'

export const SITE_URL = 'https://paper.example'
export const NOW = new Date('2026-11-25T00:00:00Z')
export const { site } = parseSite(
  `name: The Packet
tagline: News of the quay
email: desk@paper.example
logo: /media/logo.png
publisher: { name: The Packet Company }
social: [https://social.example/@packet]
policies:
  correctionsPolicy: /corrections
  ethicsPolicy: https://press.example/code
`,
  'site.yaml',
)

export const buildArticle = (changes: Parameters<typeof makePost>[0] = {}) =>
  buildArticleGraph({
    post: makePost(changes),
    images: [{ url: '/media/ferry.jpg', alt: 'A ferry', width: 1600, height: 900 }],
    site,
    siteUrl: SITE_URL,
    now: NOW,
  })

/** The nodes of a graph as they are sent. */
export const readGraph = (graph: Parameters<typeof serializeJsonLd>[0]) =>
  JSON.parse(serializeJsonLd(graph))['@graph']
