import sharp from 'sharp'
import { setUpSharedSite } from '../support/shared-sites.ts'

jest.setTimeout(240_000)

const site = setUpSharedSite('local')
const read = async (path: string) => (await site.get(path)).text()

type Preview = { path: string; shared: string; crops: { url: string; width: string; height: string }[] }

/** What each story of the sample paper offers to link previews and to search. */
async function listPreviews(): Promise<Preview[]> {
  const parts = listPaths(await read('/sitemap.xml'))
  const paths = (await Promise.all(parts.map(read))).flatMap(listPaths)
  const stories = paths.filter((path) => path.startsWith('/posts/'))
  const previews: Preview[] = []
  for (const path of stories) previews.push(toPreview(path, await read(path)))
  return previews
}

function listPaths(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => toPath(url))
}

function toPreview(path: string, html: string): Preview {
  const shared = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? ''
  const json = /<script type="application\/ld\+json">(.+?)<\/script>/s.exec(html)?.[1] ?? '{}'
  const graph: { '@type': unknown; image?: Preview['crops'] }[] = JSON.parse(json)['@graph'] ?? []
  const article = graph.find((node) => /Article|LiveBlogPosting/.test(String(node['@type'])))
  return { path, shared: toPath(shared), crops: article?.image ?? [] }
}

function toPath(url: string): string {
  return new URL(url).pathname
}

async function measure(path: string) {
  const response = await site.get(path)
  const bytes = Buffer.from(await response.arrayBuffer())
  const { format, width, height } = await sharp(bytes).metadata()
  return { path, status: response.status, format, width, height, isSmall: bytes.length <= 300_000 }
}

it('offers every story to previews as a JPEG of 1200 × 630 in 300 KB, and its own picture to search in three shapes', async () => {
  const previews = await listPreviews()
  expect(previews.length).toBeGreaterThan(20)
  for (const { path, shared, crops } of previews) {
    const isDrawn = shared.startsWith('/media/card/')
    expect(await measure(shared)).toMatchObject({
      status: 200,
      format: 'jpeg',
      width: 1200,
      height: 630,
      isSmall: true,
    })
    expect([path, crops.length]).toEqual([path, isDrawn ? 0 : 3])
    for (const { url, width, height } of crops) {
      expect(await measure(toPath(url))).toMatchObject({
        status: 200,
        format: 'jpeg',
        width: Number(width),
        height: Number(height),
      })
    }
    const ratios = crops.map(({ width, height }) => (Number(width) / Number(height)).toFixed(2))
    expect(ratios).toEqual(isDrawn ? [] : ['1.78', '1.33', '1.00'])
  }
})
