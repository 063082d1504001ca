import { findFediverseHandle } from '#lib/seo/fediverse.ts'
import { generateMetadata } from '../../../app/posts/[slug]/page.tsx'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

setUpPaper({
  'posts/ferry.md': toPostText({ title: 'Ferry', authors: '[Ada Quill, Ben Orrell, Cleo Marsh]' }),
  'authors/ada-quill.md':
    '---\nname: Ada Quill\nlinks: [https://ada.example/, https://social.example/@ada]\n---\n',
  'authors/ben-orrell.md': '---\nname: Ben Orrell\nlinks: [https://www.youtube.com/@ben]\n---\n',
  'authors/cleo-marsh.md': '---\nname: Cleo Marsh\nmastodon: https://quay.example/@cleo/\n---\n',
})

it.each([
  [['https://social.example/@ada'], '@ada@social.example'],
  [['https://ada.example/', 'https://social.example/@ada.q/'], '@ada.q@social.example'],
  [['https://www.youtube.com/@ada', 'https://medium.com/@ada'], null],
  [['https://social.example/@ada/12345'], null],
  [[], null],
])('finds in %j the handle %s', (links, handle) => {
  expect(findFediverseHandle(links)).toBe(handle)
})

it('credits every writer of a story who is in the fediverse', async () => {
  const { other, authors } = await generateMetadata({ params: Promise.resolve({ slug: 'ferry' }) })
  expect(other).toMatchObject({ 'fediverse:creator': ['@ada@social.example', '@cleo@quay.example'] })
  expect(authors).toMatchObject([
    { name: 'Ada Quill, Ben Orrell, and Cleo Marsh' },
    { url: 'https://paper.example/authors/ada-quill' },
    { url: 'https://paper.example/authors/ben-orrell' },
    { url: 'https://paper.example/authors/cleo-marsh' },
  ])
})
