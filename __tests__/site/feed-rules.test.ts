import { z } from 'zod'
import { FEED_FORMATS } from '#lib/routes/feed-formats.ts'
import { listFeedFaults } from '../support/feed-rules.ts'
import { FULL_SETTINGS } from '../support/full-paper.ts'
import { jsonFeed } from '../support/json-feed.ts'
import { listElements, readXml } from '../support/read-xml.ts'
import { NAMED_SETTINGS, setUpSharedSite } from '../support/shared-sites.ts'
import type { SiteServer } from '../support/site-server.ts'

const full = setUpSharedSite('full')

const SITES = [
  ['the sample paper', setUpSharedSite('named'), NAMED_SETTINGS.SITE_URL],
  ['a paper with one of everything', full, FULL_SETTINGS.SITE_URL],
] as const

/** The path of each list's RSS feed, as the paper offers them to readers. */
async function listOffered(site: Pick<SiteServer, 'get'>): Promise<string[]> {
  const opml = readXml(await (await site.get('/feeds.opml')).text())
  return listElements(opml, 'outline').map(({ attributes }) => new URL(attributes.xmlUrl ?? '').pathname)
}

describe.each(SITES)('%s', (_which, site, siteUrl) => {
  const others = ['/tags/tides/feed.xml', '/authors/ada-quill/feed.xml', '/page/2/feed.xml']

  it.each(['rss', 'atom'] as const)('has no fault in any %s feed', async (format) => {
    const offered = await listOffered(site)
    expect(offered.length).toBeGreaterThan(2)
    const paths = [...offered, ...others].map((path) => path.replace('feed.xml', FEED_FORMATS[format].name))
    let entries = 0
    for (const path of paths) {
      const response = await site.get(path)
      if (response.status === 404) continue
      const root = readXml(await response.text(), format === 'atom' ? 'atom.rng' : null)
      expect([path, listFeedFaults(root, siteUrl + path)]).toEqual([path, []])
      entries += listElements(root, format === 'atom' ? 'entry' : 'item').length
    }
    expect(entries).toBeGreaterThan(15)
  })

  it('has no fault in any JSON feed', async () => {
    for (const path of await listOffered(site)) {
      const own = path.replace('feed.xml', FEED_FORMATS.json.name)
      const feed = jsonFeed.parse(await (await site.get(own)).json())
      expect(feed.feed_url).toBe(siteUrl + own)
    }
  })
})

it.each(['smartnews', 'flipboard', 'msn'])('has no fault in the feed for %s', async (partner) => {
  const path = `/feeds/${partner}.xml`
  const root = readXml(await (await full.get(path)).text())
  expect(listElements(root, 'item').length).toBeGreaterThan(1)
  // Fetched by one app, which is told its address: it names no other.
  const faults = listFeedFaults(root, FULL_SETTINGS.SITE_URL + path)
  expect(faults).toEqual(['MissingSelf'])
})

it('has no fault in the feed of a search', async () => {
  const path = '/search/feed.xml?q=words&sort=newest'
  const root = readXml(await (await full.get(path)).text())
  expect(listElements(root, 'item').length).toBeGreaterThan(1)
  expect(listFeedFaults(root, FULL_SETTINGS.SITE_URL + path)).toEqual([])
})

it('gives every feed in UTF-8, with the type of its text', async () => {
  for (const path of ['/feed.xml', '/atom.xml']) {
    const response = await full.get(path)
    expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8')
    expect(await response.text()).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>/)
  }
  z.string()
    .startsWith('application/feed+json')
    .parse((await full.get('/feed.json')).headers.get('content-type'))
})

it('would find faults', () => {
  const rss = `<rss version="2.0" xmlns:x="urn:x"><channel><title>A</title><link>/a</link><language>en_GB</language>
    <item><title>&lt;b&gt;A&lt;/b&gt;</title><pubDate>Mon, 22 Nov 2026 07:30:00 GMT</pubDate><x:y>1</x:y>
    <guid isPermaLink="true">a</guid><link>https://a.example/ü</link><description>&lt;a href="/b" style="x" onclick="y"&gt;</description></item>
  </channel></rss>`
  expect(listFeedFaults(readXml(rss), 'https://a.example/feed.xml')).toEqual([
    'MissingElement description in channel',
    'InvalidLink /a',
    'InvalidLanguage en_GB',
    'MissingSelf',
    'UndefinedElement x:y',
    'InvalidRFC2822Date Mon, 22 Nov 2026 07:30:00 GMT',
    'InvalidLink https://a.example/ü',
    'InvalidHttpGUID a',
    'ContainsHTML <b>A</b>',
    'ContainsRelRef /b',
    'DangerousStyleAttr x',
    'SecurityRiskAttr onClick',
  ])
})
