import { listRelatedTopics } from '#lib/queries/search/list-related-topics.ts'
import { toPostText } from '../../../support/paper.ts'
import { setUpPaper } from '../../../support/test-paper.ts'

const NOW = new Date('2026-06-15T12:00:00Z')

const tagged = (tags: string, fields: Record<string, string> = {}) =>
  toPostText({ tags: `[${tags}]`, date: '2026-06-01', ...fields })

const paper = setUpPaper({
  'posts/one.md': tagged('Ferries, Tides, News'),
  'posts/two.md': tagged('Ferries, tides, News', { date: '2026-06-02' }),
  'posts/three.md': tagged('Ferries, News, Bakers'),
  'posts/four.md': tagged('News, Sport'),
  'posts/five.md': tagged('News, Sport'),
  'posts/six.md': tagged('News, Sport'),
  'posts/draft.md': tagged('Ferries, Secret', { draft: 'true' }),
  'posts/future.md': tagged('Ferries, Secret', { date: '2026-06-15T12:00:01Z' }),
  'posts/past.md': tagged('Ferries, Secret', { expires: '2026-06-15T12:00:00Z' }),
})

it('names topics that stand beside a topic more than once, the rarest ones first', async () => {
  expect(await listRelatedTopics('ferries', 6, NOW)).toEqual([
    { slug: 'tides', name: 'tides' },
    { slug: 'news', name: 'News' },
  ])
  expect(await listRelatedTopics('ferries', 1, NOW)).toHaveLength(1)
  expect(await listRelatedTopics('bakers', 6, NOW)).toEqual([])
  expect(await listRelatedTopics('none', 6, NOW)).toEqual([])
})

it('takes in what is published meanwhile', async () => {
  const later = new Date('2026-06-15T12:00:02Z')
  paper.write('posts/now.md', tagged('Ferries, Secret'))
  await paper.sync()
  expect((await listRelatedTopics('ferries', 6, later)).map(({ slug }) => slug)).toContain('secret')
})
