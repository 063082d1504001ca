import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { getContentKind } from '#lib/content/content-kind.ts'
import { type Visitor, walkContent } from '#lib/sync/files/walk.ts'
import { createPaper } from '../../support/paper.ts'

describe('what is content', () => {
  it.each([
    ['posts/a.md', 'post'],
    ['posts/2014/06/a b.MARKDOWN', 'post'],
    ['posts/a.mdown', 'post'],
    ['pages/about.md', 'page'],
    ['authors/ada.md', 'author'],
    ['site.yaml', 'site'],
    ['posts/_index.md', null],
    ['posts/news/_index.fr.md', null],
    ['posts/.a.md.swp', null],
    ['posts/.git/a.md', null],
    ['posts/._a.md', null],
    ['posts/a.md~', null],
    ['posts/a.jpg', null],
    ['media/a.md', null],
    ['README.md', null],
  ])('%s is %s', (file, kind) => {
    expect(getContentKind(file)).toBe(kind)
  })
})

async function listPaths(contentDir: string, scope = '', visitor: Visitor = {}): Promise<string[]> {
  const paths: string[] = []
  for await (const files of walkContent(contentDir, scope, visitor)) {
    for (const file of files) paths.push(file.path)
  }
  return paths
}

describe('walking the content folder', () => {
  const paper = createPaper({
    'posts/a.md': '1',
    'posts/deep/er/b.md': '2',
    'posts/.hidden/c.md': '3',
    'site.yaml': '',
    'media/x.md': '4',
  })
  afterAll(paper.close)

  it('finds every content file at any depth, and nothing else', async () => {
    expect(await listPaths(paper.contentDir)).toEqual(['posts/a.md', 'posts/deep/er/b.md', 'site.yaml'])
  })

  it.each([
    ['posts/deep', ['posts/deep/er/b.md']],
    ['posts/a.md', ['posts/a.md']],
    ['posts/gone.md', []],
    ['posts/gone', []],
    ['posts/a.md/below', []],
    ['posts/.hidden', []],
    ['media', []],
    ['..', []],
  ])('looks below %s only', async (scope, expected) => {
    expect(await listPaths(paper.contentDir, scope)).toEqual(expected)
  })

  it('goes in the order in which the index sorts paths', async () => {
    const names = [
      'a-b.md',
      'a/b.md',
      'a.md',
      'a0.md',
      'Z.md',
      'é.md',
      '\uff41.md',
      '\u{1f30a}.md',
      '日/x.md',
    ]
    const sorted = createPaper(Object.fromEntries(names.map((name) => [`posts/${name}`, ''])))
    const paths = await listPaths(sorted.contentDir)
    const bytes = (file: string) => Buffer.from(file)
    expect(paths).toHaveLength(names.length)
    expect(paths).toEqual(paths.toSorted((a, b) => Buffer.compare(bytes(a), bytes(b))))
    sorted.close()
  })
})

describe('symbolic links in the content folder', () => {
  const outside = createPaper({ 'posts/secret.md': 'secret', 'site.yaml': 'name: Secret' })
  const paper = createPaper({
    'posts/a.md': '',
    'posts/deep/b.md': '',
    'archive/old.md': '',
    'archive/notes.txt': '',
    'archive/drafts/c.md': '',
    '.trash/d.md': '',
    '#recycle/e.md': '',
    '..2026_11_28/f.md': '',
  })
  const link = (target: string, at: string) => symlinkSync(target, path.join(paper.contentDir, at))
  const refused = new Map<string, string>()
  let paths: string[]

  beforeAll(async () => {
    mkdirSync(path.join(paper.contentDir, 'pages'))
    link('../archive', 'posts/old')
    link('../archive/old.md', 'posts/linked.md')
    link(path.join(outside.contentDir, 'posts/secret.md'), 'posts/secret.md')
    link(path.join(outside.contentDir, 'posts'), 'posts/secrets')
    link('/proc/self/environ', 'posts/2026-11-01-env.md')
    link('../archive/notes.txt', 'posts/notes.md')
    link('missing.md', 'posts/nowhere.md')
    link('..', 'posts/loop')
    link('deep', 'posts/again')
    link('circle.md', 'posts/circle.md')
    link('../posts', 'archive/up')
    link('../archive/drafts/c.md', 'posts/c.md')
    link('../archive/drafts', 'posts/ready')
    link('../.trash/d.md', 'posts/d.md')
    link('../.trash', 'posts/bin')
    link('../#recycle/e.md', 'posts/e.md')
    link('../..2026_11_28/f.md', 'posts/f.md')
    paths = await listPaths(paper.contentDir, '', { onRefusal: (at, why) => refused.set(at, why) })
  })

  afterAll(() => {
    paper.close()
    outside.close()
  })

  it('are followed to what lies inside it and is not read anyway', () => {
    expect(paths).toEqual([
      'posts/a.md',
      'posts/deep/b.md',
      'posts/f.md',
      'posts/linked.md',
      'posts/old/drafts/c.md',
      'posts/old/old.md',
    ])
  })

  it.each([
    ['posts/secret.md', 'a link that leads out of the content folder'],
    ['posts/secrets', 'a link that leads out of the content folder'],
    ['posts/c.md', 'a link into a folder of drafts'],
    ['posts/ready', 'a link into a folder of drafts'],
    ['posts/d.md', 'a link to a hidden file or folder'],
    ['posts/bin', 'a link to a hidden file or folder'],
    ['posts/e.md', 'a link into a folder of the system'],
    ['posts/2026-11-01-env.md', 'a link that leads out of the content folder'],
    ['posts/notes.md', 'a link to a file that is not Markdown'],
    ['posts/nowhere.md', 'a link that leads nowhere'],
    ['posts/loop', 'a link to a folder whose files are read where they lie'],
    ['posts/again', 'a link to a folder whose files are read where they lie'],
    ['posts/circle.md', 'a link that leads in a circle'],
    ['posts/old/up', 'a link inside a linked folder'],
  ])('%s is %s', (at, why) => {
    expect(refused.get(at)).toBe(why)
  })
})

// The superuser may read everything.
const itForUsers = process.getuid?.() === 0 ? it.skip : it

itForUsers('says which folder cannot be read, and goes on', async () => {
  const paper = createPaper({ 'posts/a.md': '', 'posts/closed/b.md': '', 'posts/z.md': '' })
  chmodSync(path.join(paper.contentDir, 'posts/closed'), 0)
  const faults: string[] = []
  const paths = await listPaths(paper.contentDir, '', {
    onFault: (file, fault) => faults.push(`${file} ${fault}`),
  })
  expect(paths).toEqual(['posts/a.md', 'posts/z.md'])
  expect(faults).toEqual(['posts/closed EACCES'])
  chmodSync(path.join(paper.contentDir, 'posts/closed'), 0o755)
  paper.close()
})
