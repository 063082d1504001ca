import { getPathPrefix, MARKDOWN_SUFFIX } from '#lib/routes/paths.ts'
import { listUnprefetched } from '#lib/routes/route-properties.ts'

const { families, endings } = listUnprefetched()
const STORIES = `${getPathPrefix('post')}*`

const PAGES = {
  and: [
    { href_matches: '/*' },
    { not: { href_matches: families } },
    { not: { href_matches: endings } },
    { not: { selector_matches: '[rel~=nofollow], [download]' } },
  ],
}

/**
 * What a browser that can may fetch ahead: the page of a link the reader dwells on, and build a story's page already.
 *
 * Source: https://html.spec.whatwg.org/multipage/speculative-loading.html
 */
export const SPECULATION_RULES = JSON.stringify({
  prefetch: [{ where: PAGES, eagerness: 'moderate' }],
  prerender: [
    {
      where: { and: [{ href_matches: STORIES }, { not: { href_matches: STORIES + MARKDOWN_SUFFIX } }] },
      eagerness: 'moderate',
    },
  ],
})
