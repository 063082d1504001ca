const PAGES = {
  and: [
    { href_matches: '/*' },
    { not: { href_matches: ['/media/*', '/preview/*', '/search*', '/healthz'] } },
    { not: { href_matches: ['/*.xml', '/*.json', '/*.txt', '/*.md'] } },
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
      where: { and: [{ href_matches: '/posts/*' }, { not: { href_matches: '/posts/*.md' } }] },
      eagerness: 'moderate',
    },
  ],
})
