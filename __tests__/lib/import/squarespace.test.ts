import { setUpImports } from '../../support/exports/run-import.ts'
import { renderWxr } from '../../support/exports/wxr.ts'

const importExport = setUpImports()

/** Squarespace's items: paths for links, names with an ending, and a day in `pubDate` alone for some. */
function renderItem(id: number, link: string, name: string, inner: string): string {
  return `<item><title>The quay</title><link>${link}</link><wp:post_name>${name}</wp:post_name><wp:post_id>${id}</wp:post_id>
    <wp:status>publish</wp:status><content:encoded><![CDATA[<p>The wall holds.</p>]]></content:encoded>${inner}</item>`
}

it('brings the stories of Squarespace with their days, names and addresses', async () => {
  const day = '<pubDate>Wed, 05 Apr 2023 14:42:38 +0000</pubDate>'
  const { files, items } = await importExport(
    'squarespace.xml',
    renderWxr([
      renderItem(1, '/blog/quay.html', 'quay.html', `<wp:post_type>post</wp:post_type>${day}`),
      renderItem(
        2,
        '/blog2023/04/05/wall.html',
        'blog2023/04/05/wall',
        `<wp:post_type>post</wp:post_type>${day}`,
      ),
      renderItem(3, '/services', 'services', `<wp:post_type>page</wp:post_type>${day}`),
    ]),
  )
  expect(items.map(({ draft, notes }) => [draft, notes])).toEqual([
    [false, []],
    [false, []],
    [false, []],
  ])
  expect([...files]).toMatchObject([
    ['pages/services.md', expect.stringContaining('- /services\n')],
    [
      'posts/2023/2023-04-05-blog2023-04-05-wall.md',
      expect.stringContaining("date: '2023-04-05T14:42:38Z'\naliases:\n  - /blog2023/04/05/wall.html"),
    ],
    ['posts/2023/2023-04-05-quay.md', expect.stringContaining('- /blog/quay.html\n')],
  ])
})

it('gives nothing a day that has none: a draft of WordPress is dated to the year -1', async () => {
  const day = '<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate>'
  const { items } = await importExport(
    'export.xml',
    renderWxr([renderItem(1, '/x', 'x', `<wp:post_type>post</wp:post_type>${day}`)]),
  )
  expect(items).toMatchObject([
    { draft: true, notes: ['it has no date: it is a draft, with the day of the export'] },
  ])
})
