import type { Site } from '#lib/config/site.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { toPath } from '#lib/routes/paths.ts'
import { renderXmlDocument } from '#lib/text/xml.ts'

/** OpenSearch allows so many characters. */
const MAX_SHORT_NAME = 16
const MAX_LONG_NAME = 48
const MAX_DESCRIPTION = 1024

/**
 * `/opensearch.xml`: how browsers search the paper from their address bar.
 *
 * @see https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md
 */
export function renderOpenSearch(site: Pick<Site, 'name' | 'tagline' | 'language'>, siteUrl: string): string {
  const labels = getLabels(site.language)
  const url = (type: string, path: string) => ({
    '@type': type,
    '@template': `${siteUrl}${path}?q={searchTerms}`,
  })
  const description = {
    '@xmlns': 'http://a9.com/-/spec/opensearch/1.1/',
    ShortName: [...site.name].slice(0, MAX_SHORT_NAME).join(''),
    LongName: [...labels.searchOf(site.name)].slice(0, MAX_LONG_NAME).join(''),
    Description: [...(site.tagline || site.name)].slice(0, MAX_DESCRIPTION).join(''),
    Url: [
      url('text/html', toPath('search')),
      url('application/rss+xml', toPath('searchFeed')),
      {
        '@type': 'application/opensearchdescription+xml',
        '@rel': 'self',
        '@template': siteUrl + toPath('openSearch'),
      },
    ],
    Image: { '@width': '192', '@height': '192', '@type': 'image/png', '#text': `${siteUrl}/icon-192.png` },
    Language: site.language,
    InputEncoding: 'UTF-8',
    OutputEncoding: 'UTF-8',
  }
  return renderXmlDocument({ OpenSearchDescription: description }, [])
}
