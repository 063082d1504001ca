import { parseSite } from '#lib/config/parse/parse-site.ts'
import { renderManifest } from '#lib/seo/manifest.ts'

const SECTIONS = ['News', 'Sport', 'Harbour', 'Culture', 'Opinion'].map((name) => ({
  slug: name.toLowerCase(),
  name,
}))

it('has the paper’s colours, what it is, and the ways into its first sections', () => {
  const { site } = parseSite(
    'name: The Packet\ntheme: {colours: {paper: {light: "#fffdf8", dark: "#101418"}}}\n',
    'site.yaml',
  )
  const manifest = JSON.parse(renderManifest(site, SECTIONS))
  expect(manifest).toMatchObject({
    name: 'The Packet',
    background_color: '#fffdf8',
    theme_color: '#101418',
    categories: ['news'],
  })
  expect(manifest.shortcuts.map(({ url }: { url: string }) => url)).toEqual([
    '/sections/news',
    '/sections/sport',
    '/sections/harbour',
    '/sections/culture',
  ])
})
