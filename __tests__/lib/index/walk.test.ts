import { getContentKind, listContentFiles } from '#lib/index/walk.ts'
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
    const { files } = await listContentFiles(paper.contentDir, '')
    expect(files.map(({ path }) => path).sort()).toEqual(['posts/a.md', 'posts/deep/er/b.md', 'site.yaml'])
  })

  it.each([
    ['posts/deep', ['posts/deep/er/b.md']],
    ['posts/a.md', ['posts/a.md']],
    ['posts/gone.md', []],
    ['posts/gone', []],
  ])('looks below %s only', async (scope, expected) => {
    const { files } = await listContentFiles(paper.contentDir, scope)
    expect(files.map(({ path }) => path)).toEqual(expected)
  })
})
