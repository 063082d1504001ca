import { openBuildEntries } from '../../../server/next/build-entries.ts'
import { BUILD_FOLDER, readBuildFile } from '../../../server/next/build-file.ts'

const build = readBuildFile(BUILD_FOLDER)
if (build === null) throw new Error('There is no build.')
const { find, findRoute } = openBuildEntries(BUILD_FOLDER, 'localhost', build)

it.each([
  ['/', '/'],
  ['/archive', '/archive'],
  ['/feed.xml', '/feed.xml'],
  ['/posts/tide', '/posts/[slug]'],
  ['/posts/%D7%92%D7%90%D7%95%D7%AA', '/posts/[slug]'],
  ['/posts/tide/markdown', '/posts/[slug]/markdown'],
  ['/archive/2026/11', '/archive/[year]/[month]'],
  ['/archive/2026/page/2', '/archive/[year]/page/[page]'],
  ['/tags/tide/page/2/feed.json', '/tags/[tag]/page/[page]/feed.json'],
  ['/about', '/[...path]'],
  ['/about/us', '/[...path]'],
  ['/wp-content/quay.jpg', '/[...path]'],
  ['/_missing', '/_missing'],
])('leads %s to %s', (pathname, route) => {
  expect(findRoute(pathname)).toBe(route)
  expect(find(pathname)).toBeInstanceOf(Function)
})
