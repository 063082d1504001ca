import { getFileUrl } from '#lib/index/file-url.ts'
import { getKnownQuery } from '#lib/queries/addresses/query-alias.ts'
import { getAuthor } from '#lib/queries/queries.ts'
import { iterateMonth, iterateNews, listMonthRows } from '#lib/queries/sitemap-rows.ts'
import { resolvePath } from '#lib/router/resolve-path.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const NOW = new Date('2026-06-15T12:00:00Z')

describe('addresses of a paper that moved in', () => {
  const nfd = 'cafe\u0301'
  setUpPaper({
    'posts/2024-02-02-weekly-letter.md': '---\ntitle: One\n---\nx',
    'posts/2024-02-09-weekly-letter.md': '---\ntitle: Two\n---\nx',
    'posts/five.md': toPostText({ aliases: '["/story.php?id=5", "/2014/06/old/"]' }),
    'posts/six.md': toPostText({ aliases: '["/story.php?id=6&lang=en", "/?p=12"]' }),
    [`posts/${nfd}.md`]: toPostText({ aliases: `[/alt/${nfd}]` }),
    'posts/hidden.md': toPostText({ noindex: 'true', date: '2026-06-15' }),
    'posts/unmapped.md': toPostText({ sitemap: 'false', date: '2026-06-15' }),
    'posts/seen.md': toPostText({ authors: '[News Desk]', date: '2026-06-15' }),
    'authors/desk.md': '---\nname: News Desk\n---\nWe are the desk.',
  })

  it.each([
    ['/story.php', '?id=5', '/posts/five'],
    ['/story.php', '?id=5&utm_source=x', '/posts/five'],
    ['/story.php', '?lang=en&id=6', '/posts/six'],
    ['/', '?p=12', '/posts/six'],
    ['/2014/06/old', '', '/posts/five'],
    ['/2014/06/old/', '', '/posts/five'],
    ['/2014/06/old/', '?fbclid=1', '/posts/five'],
    ['/alt/caf%C3%A9', '', '/posts/cafe'],
    [`/alt/${encodeURIComponent(nfd)}`, '', '/posts/cafe'],
    ['/authors/desk', '', '/authors/news-desk'],
  ])('%s%s leads to %s', async (asked, search, target) => {
    expect(await resolvePath(asked, NOW, search)).toEqual({ kind: 'moved', path: target, status: 308 })
  })

  it.each([
    ['/story.php', '?id=7'],
    ['/story.php', ''],
    ['/story.php', '?lang=en'],
  ])('%s%s leads nowhere', async (asked, search) => {
    expect(await resolvePath(asked, NOW, search)).toMatchObject({
      kind: expect.stringMatching(/missing|page/),
    })
  })

  it('keeps pages apart by no more of a query than old addresses have', () => {
    expect(getKnownQuery(peekIndex(), '/story.php', '?utm_source=a&id=5')).toBe('?id=5')
    expect(getKnownQuery(peekIndex(), '/story.php', '?id=9')).toBe('')
    expect(getKnownQuery(peekIndex(), '/posts/five', '?id=5')).toBe('')
  })

  it('the day tells letters of one name apart, and the address by hash leads there', async () => {
    expect(await resolvePath('/posts/weekly-letter', NOW)).toEqual({ kind: 'page' })
    expect(await resolvePath('/posts/weekly-letter-2024-02-09', NOW)).toEqual({ kind: 'page' })
    const { createHash } = await import('node:crypto')
    const hash = createHash('sha256').update('posts/2024-02-09-weekly-letter.md').digest('hex').slice(0, 10)
    expect(await resolvePath(`/posts/weekly-letter--${hash}`, NOW)).toEqual({
      kind: 'moved',
      path: '/posts/weekly-letter-2024-02-09',
      status: 308,
    })
  })

  it('a file named on a Mac is found by a link typed anywhere', () => {
    expect(getFileUrl(peekIndex(), 'posts/café.md', NOW)).toBe('/posts/cafe')
    expect(getFileUrl(peekIndex(), `posts/${nfd}.md`, NOW)).toBe('/posts/cafe')
  })

  it('an author is known by name as by the file’s', async () => {
    expect((await getAuthor('news-desk'))?.body).toBe('We are the desk.')
    expect((await getAuthor('desk'))?.name).toBe('News Desk')
  })

  it('sitemaps name nothing that asks not to be named', () => {
    const slugs = [...iterateMonth(peekIndex(), '2026-06', { offset: 0, limit: 9 }, NOW)].map(
      ({ slug }) => slug,
    )
    const news = [...iterateNews(peekIndex(), { offset: 0, limit: 9 }, NOW)].map(({ slug }) => slug)
    expect([slugs, news]).toEqual([['seen'], ['seen']])
    expect(listMonthRows(peekIndex(), NOW).find(({ month }) => month === '2026-06')?.total).toBe(1)
  })
})
