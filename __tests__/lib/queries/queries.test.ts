import { findFormerPath } from '#lib/index/addresses/former-path.ts'
import {
  getAuthor,
  getNeighbours,
  getPage,
  getPost,
  getTerm,
  listLatest,
  listMonths,
  listMoreInSection,
  listPages,
  listPosts,
  listSections,
} from '#lib/queries/queries.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const NOW = new Date('2026-06-15T12:00:00Z')

/** Twelve stories, three of each day, one of each section and each with the tag its number gives. */
function makeStories(): Record<string, string> {
  const entries = Array.from({ length: 12 }, (_, number) => {
    const day = String(1 + Math.floor(number / 3)).padStart(2, '0')
    const fields = {
      title: `Story ${number}`,
      date: `2026-06-${day}T08:00:00Z`,
      section: ['Harbour', 'World News', 'Sport'][number % 3] ?? '',
      tags: `[tide ${number % 2}]`,
      author: 'Ada Quill',
    }
    return [`posts/story-${String(number).padStart(2, '0')}.md`, toPostText(fields)] as const
  })
  return Object.fromEntries(entries)
}

const paper = setUpPaper({
  ...makeStories(),
  'site.yaml':
    'pageSize: 5\nsections:\n  - name: World News\n  - name: Harbour\n    description: Ships and tides\n  - name: Empty\n',
  'posts/old.md': toPostText({ title: 'Old', date: '2024-12-31', aliases: '[/2024/12/old.html, /former/]' }),
  'posts/draft.md': toPostText({ title: 'Draft', draft: 'true', section: 'Drafts', aliases: '[/was-draft]' }),
  'posts/future.md': toPostText({ title: 'Future', date: '2026-06-15T12:00:01Z', section: 'Soon' }),
  'posts/past.md': toPostText({
    title: 'Past',
    date: '2026-01-01',
    expires: '2026-06-15T12:00:00Z',
    section: 'Gone',
  }),
  'pages/contact.md': '---\ntitle: Contact\norder: 2\n---\nWrite to us.\n',
  'pages/about.md': '---\ntitle: About\norder: 1\n---\nWho we are.\n',
  'pages/terms.md': '---\ntitle: A last word\n---\nThe rest.\n',
  'authors/ada-quill.md': '---\nname: Ada Quill\n---\nAda writes.\n',
})

async function titles(list: Parameters<typeof listPosts>[0], page = 1) {
  return (await listPosts(list, page, NOW)).posts.map(({ title }) => title)
}

describe('lists', () => {
  it('are newest first, equal times by slug, and split into pages without gaps or repeats', async () => {
    const pages = [
      await titles({ kind: 'all' }, 1),
      await titles({ kind: 'all' }, 2),
      await titles({ kind: 'all' }, 3),
    ]
    expect(pages[0]).toEqual(['Story 11', 'Story 10', 'Story 9', 'Story 8', 'Story 7'])
    expect(pages.map(({ length }) => length)).toEqual([5, 5, 3])
    expect(new Set(pages.flat()).size).toBe(13)
    expect(await listPosts({ kind: 'all' }, 4, NOW)).toEqual({ posts: [], page: 4, pages: 3, total: 13 })
  })

  it.each([
    [
      'a section',
      { kind: 'section', slug: 'world-news' } as const,
      ['Story 10', 'Story 7', 'Story 4', 'Story 1'],
    ],
    [
      'a tag',
      { kind: 'tag', slug: 'tide-1' } as const,
      ['Story 11', 'Story 9', 'Story 7', 'Story 5', 'Story 3'],
    ],
    ['a year', { kind: 'year', year: 2024 } as const, ['Old']],
    ['a month', { kind: 'month', year: 2024, month: 12 } as const, ['Old']],
    ['a month without stories', { kind: 'month', year: 2023, month: 1 } as const, []],
    ['a list nobody knows', { kind: 'tag', slug: 'unknown' } as const, []],
  ])('of %s hold its stories', async (_name, list, expected) => {
    expect(await titles(list)).toEqual(expected)
  })

  it('hold what is live at that moment: not before its hour, not after it', async () => {
    const at = (time: string) => listLatest({ kind: 'all' }, 1, new Date(time))
    expect((await at('2026-06-15T12:00:00Z'))[0]?.title).toBe('Story 11')
    expect((await at('2026-06-15T12:00:01Z'))[0]?.title).toBe('Future')
    const total = async (time: string) =>
      (await listPosts({ kind: 'section', slug: 'gone' }, 1, new Date(time))).total
    expect(await total('2026-06-15T11:59:59Z')).toBe(1)
    expect(await total('2026-06-15T12:00:00Z')).toBe(0)
  })
})

describe('a story', () => {
  it.each([
    ['story-03', 'Story 3'],
    ['draft', undefined],
    ['future', undefined],
    ['past', undefined],
    ['none', undefined],
    ["' OR 1=1 --", undefined],
  ])('%s is %s', async (slug, title) => {
    expect((await getPost(slug, NOW))?.title).toBe(title)
  })

  it('has neighbours in time, and none beyond the ends', async () => {
    const story = await getPost('story-03', NOW)
    const oldest = await getPost('old', NOW)
    const newest = await getPost('story-11', NOW)
    if (story === null || oldest === null || newest === null) throw new Error('not live')
    const beside = await getNeighbours(story, NOW)
    expect([beside.previous?.title, beside.next?.title]).toEqual(['Story 2', 'Story 4'])
    expect((await getNeighbours(oldest, NOW)).previous).toBeNull()
    expect((await getNeighbours(newest, NOW)).next).toBeNull()
  })

  it('names the next older stories of its section', async () => {
    const story = await getPost('story-10', NOW)
    if (story === null) throw new Error('not live')
    expect((await listMoreInSection(story, 2, NOW)).map(({ title }) => title)).toEqual(['Story 7', 'Story 4'])
  })

  it.each([
    ['/2024/12/old.html', '/posts/old'],
    ['/former', '/posts/old'],
    ['/former/', '/posts/old'],
    ['/former/index.html', '/posts/old'],
    ['/was-draft', null],
    ['/never', null],
  ])('answers for its old address %s', async (path, target) => {
    await listLatest({ kind: 'all' }, 1, NOW)
    expect(findFormerPath(peekIndex(), path, NOW)?.path ?? null).toBe(target)
  })
})

describe('names', () => {
  it.each([
    ['section', 'world-news', 'World News'],
    ['section', 'empty', 'Empty'],
    ['section', 'drafts', undefined],
    ['section', 'soon', undefined],
    ['tag', 'tide-0', 'tide 0'],
    ['author', 'ada-quill', 'Ada Quill'],
    ['author', 'nobody', undefined],
  ] as const)('%s %s is %s', async (kind, slug, name) => {
    expect((await getTerm(kind, slug, NOW))?.name).toBe(name)
  })

  it('lists sections in the editors’ order, then by name, none of them empty', async () => {
    const sections = await listSections(NOW)
    expect(sections.map(({ name, total }) => `${name} ${total}`)).toEqual([
      'World News 4',
      'Harbour 4',
      'Sport 4',
    ])
    expect(sections[1]?.description).toBe('Ships and tides')
  })

  it('lists months with live stories', async () => {
    expect(await listMonths(NOW)).toEqual([
      { year: 2026, month: 6, total: 12 },
      { year: 2024, month: 12, total: 1 },
    ])
  })

  it('lists standing pages in their order, then by title', async () => {
    expect((await listPages()).map(({ title }) => title)).toEqual(['About', 'Contact', 'A last word'])
    expect((await getPage('about'))?.body).toContain('Who we are.')
    expect((await getAuthor('ada-quill'))?.body).toContain('Ada writes.')
    expect(await getPage('none')).toBeNull()
  })

  it('follows the files', async () => {
    paper.write('posts/late.md', toPostText({ title: 'Late', date: '2026-06-14', section: 'Late News' }))
    await paper.sync()
    expect((await titles({ kind: 'all' }))[0]).toBe('Late')
    expect((await listSections(NOW)).map(({ name }) => name)).toContain('Late News')
    paper.remove('posts/late.md')
    await paper.sync()
    expect((await titles({ kind: 'all' }))[0]).toBe('Story 11')
    expect((await listSections(NOW)).map(({ name }) => name)).not.toContain('Late News')
  })
})
