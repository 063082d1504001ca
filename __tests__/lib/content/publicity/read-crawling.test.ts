import { open, readPublicity } from '../../../support/read-publicity.ts'

describe('search engines', () => {
  it.each([
    [{ noindex: true }, 'no-index'],
    [{ robots: 'noindex, nofollow' }, 'no-index'],
    [{ robots: ['noindex'] }, 'no-index'],
    [{ robots: 'none' }, 'no-index'],
    [{ robots: { index: false } }, 'no-index'],
    [{ robots: { noindex: true } }, 'no-index'],
    [{ robotsNoIndex: true }, 'no-index'],
    [{ seo: { noindex: true } }, 'no-index'],
    [{ seo: { robots: 'noindex' } }, 'no-index'],
    [{ '_yoast_wpseo_meta-robots-noindex': '1' }, 'no-index'],
    [{ rank_math_robots: ['noindex'] }, 'no-index'],
    [{ index: false }, 'no-index'],
    [{ sitemap: false }, 'no-sitemap'],
    [{ sitemap: { exclude: true } }, 'no-sitemap'],
    [{ sitemap: { disable: 'yes' } }, 'no-sitemap'],
    [{ sitemap_exclude: 'yes' }, 'no-sitemap'],
    [{ sitemap: false, noindex: true }, 'no-index'],
    [{ meta: [{ name: 'robots', content: 'noindex' }] }, 'no-index'],
    [{ head: [['meta', { name: 'robots', content: 'noindex, follow' }]] }, 'no-index'],
    [{ noindex: false }, 'all'],
    [{ robots: 'index, follow' }, 'all'],
    [{ index: 0 }, 'all'],
    [{ sitemap: { priority: 0.5 } }, 'all'],
  ])('%j: %s', (values, crawling) => {
    expect(readPublicity(values)).toEqual({ ...open, crawling })
  })
})
