import { utimesSync } from 'node:fs'
import path from 'node:path'
import { getRevision } from '#lib/freshness/revision.ts'
import { countQuarantined, listProblems } from '#lib/index/problems.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { listDifferent, syncIndex } from '#lib/sync/sync.ts'
import { describeIndex } from '../../support/describe-index.ts'
import { createPaper, toPostText } from '../../support/paper.ts'
import { listSlugs, setUpIndex } from '../../support/set-up-index.ts'

const paper = setUpIndex()

describe('a story that its file would hide, if it could be read', () => {
  const LIVE = { type: 'live', title: 'A' }
  const updates = (count: number) => '## 14:30 Water\n\nIt rises.\n\n'.repeat(count)

  it.each<[string, string, string, string]>([
    ['posts/a.md', 'broken keys', toPostText({ title: 'A' }), '---\ntitle: [\ndraft: true\n---\nText\n'],
    [
      'posts/a.md',
      'an embargo and no date',
      toPostText({ title: 'A' }),
      '---\ntitle: A\nembargo: 2199-01-01\n---\nText\n',
    ],
    [
      'posts/a.md',
      'more updates than are read',
      toPostText(LIVE, updates(2)),
      toPostText({ ...LIVE, draft: 'true' }, updates(5_100)),
    ],
    ['pages/a.md', 'broken keys', '---\ntitle: A\n---\nText\n', '---\ntitle: [\ndraft: true\n---\nText\n'],
    ['authors/a.md', 'broken keys', '---\nname: A\n---\nText\n', '---\nname: [\ndraft: true\n---\nText\n'],
  ])('%s with %s is not before the public', async (file, _name, good, bad) => {
    paper.write('posts/b.md', toPostText({ title: 'B' }))
    paper.write(file, good)
    const index = paper.open()
    const countPublic = () =>
      index.database
        .prepare(
          'SELECT (SELECT count(*) FROM post WHERE file = :file AND draft = 0) + (SELECT count(*) FROM page WHERE file = :file) + (SELECT count(*) FROM author WHERE file = :file) AS n',
        )
        .get({ file })?.n
    await syncIndex(index)
    expect(countPublic()).toBe(1)
    paper.write(file, bad)
    await syncIndex(index)
    expect(countPublic()).toBe(0)
    expect(listProblems(index, { file, step: 'parse' })).not.toEqual([])
    paper.write(file, good)
    await syncIndex(index)
    expect(countPublic()).toBe(1)
  })
})

describe('syncing the index with the files', () => {
  it('reads only what changed', async () => {
    paper.write('posts/a.md', toPostText({ title: 'A' }))
    paper.write('posts/b.md', toPostText({ title: 'B' }))
    const index = paper.open()
    expect(await syncIndex(index)).toEqual({ read: 2, removed: 0, unchanged: 0, held: 0 })
    expect(await syncIndex(index)).toEqual({ read: 0, removed: 0, unchanged: 2, held: 0 })
    paper.write('posts/b.md', toPostText({ title: 'C' }))
    expect(await syncIndex(index)).toEqual({ read: 1, removed: 0, unchanged: 1, held: 0 })
    paper.remove('posts/a.md')
    expect(await syncIndex(index)).toEqual({ read: 0, removed: 1, unchanged: 1, held: 0 })
    expect(listSlugs(index)).toEqual({ 'posts/b.md': 'b' })
  })

  it('changes nothing for a file that was touched but holds the same bytes', async () => {
    paper.write('posts/a.md', toPostText({}))
    const index = paper.open()
    await syncIndex(index)
    const revision = getRevision(index)
    utimesSync(path.join(paper.contentDir, 'posts/a.md'), new Date(), new Date())
    expect((await syncIndex(index)).read).toBe(1)
    expect(getRevision(index)).toBe(revision)
  })

  it('looks below a scope only', async () => {
    paper.write('posts/x/a.md', toPostText({ title: 'A' }))
    paper.write('posts/x-y/b.md', toPostText({ title: 'B' }))
    const index = paper.open()
    await syncIndex(index)
    paper.remove('posts/x')
    paper.remove('posts/x-y')
    expect((await syncIndex(index, ['posts/x'])).removed).toBe(1)
    expect(listSlugs(index)).toEqual({ 'posts/x-y/b.md': 'b' })
  })

  it('goes on past a broken file, and keeps its last good version', async () => {
    paper.write('posts/good.md', toPostText({ title: 'Good' }))
    paper.write('posts/new.md', '---\ntitle: [\n---\n')
    const index = paper.open()
    await syncIndex(index)
    expect(listSlugs(index)).toEqual({ 'posts/good.md': 'good' })
    paper.write('posts/good.md', '---\ntitle: No date any more\n---\n')
    await syncIndex(index)
    expect(listSlugs(index)).toEqual({ 'posts/good.md': 'good' })
    expect(String(index.database.prepare('SELECT data FROM post').get()?.data)).toContain('"title":"Good"')
    expect(countQuarantined(index)).toBe(2)
    paper.write('posts/good.md', toPostText({ title: 'Better' }))
    paper.remove('posts/new.md')
    await syncIndex(index)
    expect(countQuarantined(index)).toBe(0)
    expect(String(index.database.prepare('SELECT data FROM post').get()?.data)).toContain('"title":"Better"')
  })

  it('publishes an identical copy once and reports it, whichever was read first', async () => {
    const text = toPostText({ title: 'Once' })
    paper.write('posts/once 2.md', text)
    const index = paper.open()
    await syncIndex(index)
    expect(listSlugs(index)).toEqual({ 'posts/once 2.md': 'once-2' })
    paper.write('posts/once.md', text)
    await syncIndex(index)
    expect(listSlugs(index)).toEqual({ 'posts/once 2.md': 'null', 'posts/once.md': 'once' })
    expect(listProblems(index)).toMatchObject([
      { file: 'posts/once 2.md', severity: 'warning', found: 'posts/once.md' },
    ])
    paper.write('posts/once 2.md', toPostText({ title: 'Twice' }))
    await syncIndex(index)
    expect(listSlugs(index)).toEqual({ 'posts/once 2.md': 'once-2', 'posts/once.md': 'once' })
    expect(listProblems(index)).toEqual([])
  })

  it('is the same whatever the order the files came in', async () => {
    const files: [string, string][] = [
      ['posts/tide.md', toPostText({ title: 'Tide' })],
      ['posts/tide.fr.md', toPostText({ title: 'Marée', lang: 'fr' })],
      ['posts/2025/tide.md', toPostText({ title: 'Old tide', date: '2025-01-01' })],
      ['posts/2024/tide.md', toPostText({ title: 'Older tide', date: '2024-01-01' })],
      ['posts/tide--fr.md', toPostText({ title: 'By name' })],
      ['posts/tide 2.md', toPostText({ title: 'Tide' })],
      ['posts/broken.md', 'No date, no title'],
    ]
    const descriptions = []
    for (const order of [files, files.toReversed(), [...files.slice(3), ...files.slice(0, 3)]]) {
      const other = createPaper()
      const index = openIndex({ ...other, log: () => {} })
      for (const [file, text] of order) {
        other.write(file, text)
        await syncIndex(index)
      }
      descriptions.push(describeIndex(index))
      index.database.close()
      other.close()
    }
    expect(descriptions[1]).toEqual(descriptions[0])
    expect(descriptions[2]).toEqual(descriptions[0])
    expect(descriptions[0]?.posts).toHaveLength(6)
  })

  it('gives a slug back when its taker leaves', async () => {
    paper.write('posts/tide.md', toPostText({ date: '2025-01-01' }))
    paper.write('posts/b/tide.md', toPostText({ date: '2026-01-01', title: 'Newer' }))
    const index = paper.open()
    await syncIndex(index)
    expect(listSlugs(index)).toEqual({ 'posts/b/tide.md': 'tide--b', 'posts/tide.md': 'tide' })
    paper.remove('posts/tide.md')
    await syncIndex(index)
    expect(listSlugs(index)).toEqual({ 'posts/b/tide.md': 'tide' })
  })

  it('reads everything again when a setting that parsing depends on changes', async () => {
    paper.write('posts/a.md', toPostText({ date: '2026-01-01 00:30' }))
    const index = paper.open()
    await syncIndex(index)
    paper.write('site.yaml', 'timeZone: Asia/Tokyo\n')
    expect((await syncIndex(index)).read).toBe(2)
    expect(index.database.prepare('SELECT month, published FROM post').get()).toEqual({
      month: '2026-01',
      published: Date.parse('2026-01-01T00:30:00+09:00'),
    })
  })

  it('takes a content folder without posts for an unmounted disk, not for a mass deletion', async () => {
    paper.write('posts/a.md', toPostText({}))
    const index = paper.open()
    await syncIndex(index)
    paper.remove('posts')
    await expect(syncIndex(index)).rejects.toThrow('CONTENT_DIR has no posts/ folder any more')
    expect(listSlugs(index)).toEqual({ 'posts/a.md': 'a' })
  })

  it('compares a folder of more files than a function takes arguments', async () => {
    const index = paper.open()
    index.database.exec(
      `INSERT INTO file (path, stamp, hash)
       WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 200000)
       SELECT 'posts/' || n || '.md', '', '' FROM numbers`,
    )
    let gone = 0
    for await (const { removed } of listDifferent(index)) gone += removed.length
    expect(gone).toBe(200_000)
  })
})
