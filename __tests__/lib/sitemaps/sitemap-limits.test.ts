import { renderSitemapIndex, renderSitemapPart } from '#lib/sitemaps/render-sitemap.ts'
import { parseSitemapPart, URLS_PER_PART } from '#lib/sitemaps/sitemap-parts.ts'
import { toStoryUrl } from '#lib/sitemaps/sitemap-urls.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { renderXml } from '#lib/text/xml.ts'
import { toPostText } from '../../support/paper.ts'
import { listElements, listTexts, readXml } from '../../support/read-xml.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const NOW = new Date('2026-06-15T12:00:00Z')

const paper = setUpPaper({ 'posts/one.md': toPostText({ title: 'One', date: '2026-05-01T08:00:00Z' }) })
const context = () => ({ index: peekIndex(), siteUrl: 'https://paper.example', now: NOW })

/** A month with one story more than a part holds, written straight into the index: the files would take a minute. */
function fillMonth(): void {
  peekIndex()
    .database.prepare(
      `WITH RECURSIVE counter (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM counter WHERE number <= :size)
       INSERT INTO post (file, name, slug, base_slug, copy_key, language, published, draft, month, modified, corrected, data)
       SELECT 'posts/w' || number || '.md', 'w', 'w' || number, 'w' || number, '', 'en', :start + number * 1000, 0,
         '2025-01', :start + number * 1000, 0, '{"title": "Wire", "canonical": null, "image": null}' FROM counter`,
    )
    .run({ size: URLS_PER_PART, start: Date.parse('2025-01-01T00:00:00Z') })
}

async function readPart(name: string) {
  const part = parseSitemapPart(name)
  const pieces = part === null ? null : renderSitemapPart(part, context())
  return pieces === null ? [] : Array.fromAsync(pieces)
}

beforeAll(async () => {
  await paper.sync()
  fillMonth()
})

it('goes on in another part when a month has more stories than one may hold', async () => {
  const index = readXml(renderSitemapIndex(context()), 'siteindex.xsd')
  expect(listTexts(index, 'loc').slice(0, 3)).toEqual([
    'https://paper.example/sitemaps/posts-2025-01.xml',
    'https://paper.example/sitemaps/posts-2025-01-2.xml',
    'https://paper.example/sitemaps/posts-2026-05.xml',
  ])
  const first = readXml((await readPart('posts-2025-01.xml')).join(''), 'sitemaps.xsd')
  const second = readXml((await readPart('posts-2025-01-2.xml')).join(''), 'sitemaps.xsd')
  expect(listElements(first, 'url')).toHaveLength(URLS_PER_PART)
  expect(listTexts(second, 'loc')).toEqual([`https://paper.example/posts/w${URLS_PER_PART + 1}`])
})

it('is made in small pieces, whatever its size', async () => {
  const pieces = await readPart('posts-2025-01.xml')
  expect(pieces.length).toBeGreaterThan(10)
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(200_000)
})

it('stays below 50,000 addresses and 50 MB if every address and picture is as long as may be', () => {
  const row = {
    slug: '潮'.repeat(66),
    title: 'A',
    language: 'en',
    published: NOW.getTime(),
    modified: NOW.getTime(),
    canonical: null,
    sourceFile: 'posts/a.md',
  }
  const image = { alt: '', caption: '', credit: '', focalPoint: null }
  const toBytes = (length: number) => {
    const src = `https://cdn.example/${'&'.repeat(length)}.jpg`
    const url = toStoryUrl({ ...row, image: { ...image, src } }, peekIndex(), 'https://paper.example')
    return Buffer.byteLength(renderXml({ url: url ?? {} }))
  }
  expect(URLS_PER_PART).toBeLessThanOrEqual(50_000)
  expect(toBytes(3_000)).toBeLessThan(1_000)
  const most = Math.max(...Array.from({ length: 60 }, (_, tens) => toBytes(tens * 10)))
  expect(most).toBeGreaterThan(2_000)
  expect(most * URLS_PER_PART).toBeLessThan(52_428_800)
})
