import { listMisplaced } from '#lib/check/list-misplaced.ts'
import { createPaper } from '../../support/paper.ts'

const paper = createPaper({
  'posts/a.md': 'A',
  'media/notes.md': 'A file',
  'README.md': 'About the folder',
  'layouts/index.md': 'A template',
  '_posts/2014/2014-06-30-ferry.md': 'A story',
  'Blog/ferry.markdown': 'A story',
  'drafts/ferry.md': 'A draft',
  'assets/ferry.png': 'PNG',
  '.obsidian/ferry.md': 'Hidden',
  'ferry.md': 'A story',
  'site.yml': 'name: Quay',
  '_config.yml': 'title: Quay',
})

afterAll(() => paper.close())

it('says which Markdown nobody reads, once for each folder, and which settings', () => {
  const found = listMisplaced(paper.contentDir).map(({ file, found, message }) => [file, found, message])
  expect(found).toEqual([
    ['Blog', 'Blog/ferry.markdown', 'what lies in Blog/ is not read, and there is Markdown in it'],
    [
      '_posts',
      '_posts/2014/2014-06-30-ferry.md',
      'what lies in _posts/ is not read, and there is Markdown in it',
    ],
    ['drafts', 'drafts/ferry.md', 'what lies in drafts/ is not read, and there is Markdown in it'],
    ['ferry.md', '', 'Markdown at the top of the content folder is not read'],
    ['site.yml', '', 'the settings are read from site.yaml and from nothing else'],
  ])
})
