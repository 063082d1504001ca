import { listProblems } from '#lib/index/problems.ts'
import { getPost } from '#lib/queries/queries.ts'
import { renderPost } from '#lib/queries/render/render-text.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const NOW = new Date('2026-06-01T12:00:00Z')

setUpPaper({
  // The one index.md of the paper: its name says nothing about which folder is meant.
  'posts/ferry/index.md': toPostText({ title: 'Ferry' }),
  'posts/README.md': toPostText({ title: 'Read me' }),
  'media/minutes.pdf': 'PDF',
  'posts/linking.md': toPostText(
    { title: 'Linking' },
    [
      '[a](nothing-here) [b](desk@example.org) [c](report.pdf) [d](elsewhere/index.md) [e](elsewhere/)',
      '[f](/media/minutes.pdf) [g](/media/none.pdf) [h](ferry) [i](ferry/index.md)',
      '<audio src="/media/none.mp3"></audio>',
    ].join('\n\n'),
  ),
})

it('a link leads to a story only where it says which', async () => {
  const post = await getPost('linking', NOW)
  const { html } = post === null ? { html: '' } : await renderPost(post, NOW)
  const links = Array.from(
    html.matchAll(/<a href="([^"]+)"[^>]*>(\w)</g),
    ([, href, name]) => `${name} ${href}`,
  )
  expect(links).toEqual([
    'a /posts/nothing-here',
    'b mailto:desk@example.org',
    'c /media/posts/report.pdf',
    'e /posts/elsewhere',
    'f /media/minutes.pdf',
    'g /media/none.pdf',
    'h /posts/ferry',
    'i /posts/ferry',
  ])
})

it('what leads nowhere is reported, files that are not there too', () => {
  const found = listProblems(peekIndex(), { file: 'posts/linking.md', step: 'render' }).map(
    ({ message }) => message,
  )
  expect(found).toEqual([
    'A link may lead nowhere: no file of the paper is called “nothing-here”.',
    'A link leads to a file that is not there: “/media/posts/report.pdf”.',
    'A link was left out: there is no live “elsewhere/index.md”.',
    'A link may lead nowhere: no file of the paper is called “elsewhere/”.',
    'A link leads to a file that is not there: “/media/none.pdf”.',
    'A film or a sound is not there: “/media/none.mp3”.',
  ])
})
