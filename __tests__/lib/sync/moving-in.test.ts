import { chmodSync } from 'node:fs'
import path from 'node:path'
import type { Index } from '#lib/index/index-state.ts'
import { countQuarantined, listProblems } from '#lib/index/problems.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { syncIndex } from '#lib/sync/sync.ts'
import { createPaper, type Paper, toPostText } from '../../support/paper.ts'

describe('files as they lie there', () => {
  let paper: Paper
  let lines: string[]
  const open: Index[] = []

  beforeEach(() => {
    paper = createPaper()
    lines = []
  })
  afterEach(() => {
    for (const index of open.splice(0)) index.database.close()
    paper.close()
  })

  function openPaper(): Index {
    const index = openIndex({ ...paper, log: (line) => lines.push(line) })
    open.push(index)
    return index
  }

  const listSlugs = (index: Index) =>
    index.database
      .prepare('SELECT slug FROM post WHERE draft = 0 ORDER BY slug')
      .all()
      .map(({ slug }) => String(slug))

  it.each([
    "posts/tide (editor's conflicted copy 2026-11-27).md",
    'posts/tide (In Konflikt stehende Kopie von Ada 2026-11-27).md',
    'posts/tide.sync-conflict-20261127-120000-ABCDEFG.md',
    'posts/tide_conflict-20261127-120000.md',
    'posts/tide (SFConflict ada@paper.example 2026-11-27-12-00-00).md',
    'posts/tide.Conflict.md',
    'posts/tide.bak.md',
    'posts/tide.orig.md',
    'posts/tide (1).md',
    'posts/Copy of tide.md',
    'posts/tide - Copy.md',
    'posts/tide copy 2.md',
    'posts/tide - Kopie.md',
    'posts/tideのコピー.md',
    'posts/tide_BACKUP_1234.md',
    'posts/tide-DESKTOP-AB12CD3.md',
    'posts/tide (נוסח מתנגש 2026-11-27).md',
    'posts/#recycle/tide.md',
    'posts/#SynoRecycle/tide.md',
    'posts/@__thumb/tide.md',
    'posts/@eaDir/tide.md',
    'posts/$RECYCLE.BIN/tide.md',
    'posts/__MACOSX/tide.md',
    'posts/lost+found/tide.md',
  ])('%s is said once and not published, by walk and by watch', async (file) => {
    paper.write('posts/tide.md', toPostText({ title: 'Tide' }))
    paper.write(file, toPostText({ title: 'Another tide' }, 'Quite another text.'))
    const index = openPaper()
    await syncIndex(index)
    expect(listSlugs(index)).toEqual(['tide'])
    expect(listProblems(index)).toMatchObject([{ severity: 'warning', line: 1 }])
    await syncIndex(index, [file])
    expect(listSlugs(index)).toEqual(['tide'])
    paper.remove(file)
    await syncIndex(index)
    expect(listProblems(index)).toEqual([])
  })

  it.each(['posts/.Trash-1000/tide.md', 'posts/tide.md~', 'posts/@eaDir/tide.jpg'])(
    '%s is nothing to speak of',
    async (file) => {
      paper.write(file, 'x')
      const index = openPaper()
      await syncIndex(index)
      expect(listSlugs(index)).toEqual([])
      expect(listProblems(index)).toEqual([])
    },
  )

  it.each([
    'Peace talks (Sudan conflict).md',
    'the-water-conflict-2022-02-24.md',
    'how-to-keep-a-copy.md',
    'what-is-old.md',
    'budget (2).md',
  ])('%s is a story', async (name) => {
    paper.write(`posts/${name}`, toPostText({}))
    const index = openPaper()
    await syncIndex(index)
    expect(listSlugs(index)).toHaveLength(1)
    expect(listProblems(index)).toEqual([])
  })

  it.each(['notes.rst', 'notes.adoc', 'notes.docx', '2020-01-02-notes.html'])(
    '%s is no Markdown, and that is said',
    async (name) => {
      paper.write(`posts/${name}`, 'x')
      const index = openPaper()
      await syncIndex(index)
      expect(listProblems(index)).toMatchObject([{ severity: 'error', file: `posts/${name}` }])
      expect(countQuarantined(index)).toBe(1)
    },
  )

  it('what was a story until the file it is a copy of came is one no longer, and that is said', async () => {
    paper.write('posts/tide (1).md', toPostText({ title: 'Tide' }))
    const index = openPaper()
    await syncIndex(index)
    expect(listSlugs(index)).toEqual(['tide-1'])
    paper.write('posts/tide.md', toPostText({ title: 'Tide' }, 'Quite another text.'))
    await syncIndex(index)
    await syncIndex(index)
    expect(index.database.prepare('SELECT file FROM post').all()).toEqual([{ file: 'posts/tide.md' }])
    expect(listProblems(index)).toMatchObject([{ file: 'posts/tide (1).md', severity: 'warning' }])
  })

  it('letters after a point are a language only where the paper or a file beside it has that language', async () => {
    paper.write('posts/Etcher.io.md', toPostText({}))
    paper.write('posts/Figma.io.md', toPostText({}))
    paper.write('posts/tide.md', toPostText({}))
    paper.write('posts/tide.fr.md', toPostText({}))
    paper.write('posts/quay.fr.md', toPostText({}))
    paper.write('posts/ebb.en.md', toPostText({}))
    paper.write('posts/flood.is.md', toPostText({ lang: 'is' }))
    const index = openPaper()
    await syncIndex(index)
    const rows = index.database.prepare('SELECT slug, language FROM post ORDER BY slug').all()
    expect(rows.map(({ slug, language }) => [slug, language])).toEqual([
      ['Etcher.io', 'en'],
      ['Figma.io', 'en'],
      ['ebb', 'en'],
      ['flood', 'is'],
      ['quay', 'fr'],
      ['tide', 'en'],
      ['tide--fr', 'fr'],
    ])
    paper.write('posts/Etcher.md', toPostText({}))
    await syncIndex(index, ['posts/Etcher.md'])
    const etcher = index.database.prepare("SELECT slug FROM post WHERE file = 'posts/Etcher.io.md'").get()
    expect(etcher?.slug).toBe('Etcher--io')
  })

  it('hides at once what says that it is a draft, whatever else is wrong with it', async () => {
    paper.write('posts/tide.md', toPostText({}))
    paper.write('pages/about.md', '---\ntitle: About\n---\nUs.')
    const index = openPaper()
    await syncIndex(index)
    paper.write('posts/tide.md', '---\ndraft: true\ndate: soon\n---\nText')
    paper.write('pages/about.md', '---\ntitle: About\ndraft: true\n---\nUs.')
    await syncIndex(index)
    expect(listSlugs(index)).toEqual([])
    expect(index.database.prepare('SELECT count(*) AS pages FROM page').get()).toEqual({ pages: 0 })
  })

  it('keeps the problems of site.yaml, in the log and in the count of /healthz too', async () => {
    paper.write('site.yaml', 'timeZone: Europe/Londn\npageSize: abc\nnaem: The Packet\n')
    const index = openPaper()
    await syncIndex(index)
    await syncIndex(index)
    expect(listProblems(index).map(({ field, severity }) => [field, severity])).toEqual([
      ['timeZone', 'error'],
      ['pageSize', 'error'],
      ['naem', 'error'],
    ])
    expect(countQuarantined(index)).toBe(1)
    expect(lines).toHaveLength(3)
    paper.write('site.yaml', 'timeZone: Europe/London\n')
    await syncIndex(index)
    expect(listProblems(index)).toEqual([])
  })

  const itAsUser = process.getuid?.() === 0 ? it.skip : it

  itAsUser('goes on with what an unreadable site.yaml said last, and forgets that it was', async () => {
    paper.write('site.yaml', 'name: The Packet\n')
    const index = openPaper()
    await syncIndex(index)
    chmodSync(path.join(paper.contentDir, 'site.yaml'), 0)
    paper.write('posts/tide.md', toPostText({}))
    await syncIndex(index)
    expect(index.site.name).toBe('The Packet')
    expect(listSlugs(index)).toEqual(['tide'])
    expect(listProblems(index)).toMatchObject([{ file: 'site.yaml', severity: 'error' }])
    chmodSync(path.join(paper.contentDir, 'site.yaml'), 0o644)
    await syncIndex(index)
    expect(listProblems(index)).toEqual([])
  })

  it('a site.yaml that is no file is said, and forgotten when it is one', async () => {
    paper.write('site.yaml/x', '')
    const index = openPaper()
    await syncIndex(index)
    expect(listProblems(index)).toMatchObject([{ file: 'site.yaml', severity: 'error' }])
    paper.remove('site.yaml')
    paper.write('site.yaml', 'name: The Packet\n')
    await syncIndex(index)
    expect([index.site.name, listProblems(index)]).toEqual(['The Packet', []])
  })
})
