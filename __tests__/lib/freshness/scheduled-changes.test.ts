import { getRevisionOfTags } from '#lib/freshness/revision.ts'
import { applyDueChanges } from '#lib/freshness/schedule.ts'
import { getNextScheduledChange, isOld, listScheduledTags } from '#lib/freshness/scheduled-changes.ts'
import { listBreaking } from '#lib/queries/list-breaking.ts'
import { getSite } from '#lib/queries/queries.ts'
import { getTagsOfPath } from '#lib/routes/tags-of-path.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

setUpPaper({
  'site.yaml': 'name: The Packet\nbreaking:\n  text: The quay is closed.\n  until: 2026-11-23T15:00:00Z\n',
  'posts/flood.md': toPostText({
    title: 'Flood',
    date: '2026-11-23T09:00:00Z',
    breaking: 'true',
    breaking_until: '2026-11-23T12:00:00Z',
  }),
  'posts/night.md': toPostText(
    {
      title: 'Night',
      date: '2026-11-20T09:00:00Z',
      type: 'live',
      coverage: '{ start: 2026-11-25T18:00:00Z, end: 2026-11-25T23:00:00Z }',
    },
    '## 18:05 Begun\n\nWords.\n',
  ),
  'posts/silent.md': toPostText(
    { title: 'Silent', date: '2026-11-26T09:00:00Z', type: 'live' },
    '## 09:05 Begun\n\nWords.\n',
  ),
  'posts/plain.md': toPostText({ title: 'Plain', date: '2026-11-22T09:00:00Z' }),
  'posts/year-old.md': toPostText({ title: 'A year old', date: '2025-11-24T09:00:00Z' }),
})

beforeAll(() => getSite())

const at = (time: string) => new Date(`2026-11-${time}:00Z`)

it.each([
  ['23T08:59', []],
  ['23T09:00', ['flood']],
  ['23T11:59', ['flood']],
  ['23T12:00', []],
])('at %s the breaking news is %j', async (time, slugs) => {
  expect((await listBreaking(at(time))).map(({ slug }) => slug)).toEqual(slugs)
})

it.each([
  ['22T10:00', '23T00:00', 'a day ends'],
  ['23T00:00', '23T12:00', 'the story’s news ends'],
  ['23T12:00', '23T15:00', 'the strip of site.yaml ends'],
  ['23T15:00', '24T00:00', 'a day ends'],
  ['24T00:00', '24T09:00', 'a story is a year old'],
  ['25T12:00', '25T18:00', 'a live story begins'],
  ['25T18:00', '25T23:00', 'a live story ends'],
  ['27T08:00', '27T09:05', 'nothing was added to a live story for a day'],
])('after %s, the next boundary is at %s: %s', (time, next) => {
  expect(getNextScheduledChange(peekIndex(), at(time))).toBe(at(next).getTime())
})

it.each([
  ['22T10:00', '22T23:59', []],
  ['22T10:00', '23T11:00', ['day']],
  ['22T23:59', '23T00:00', ['day']],
  ['23T11:00', '23T12:00', ['all:']],
  ['23T14:00', '23T15:00', ['all:']],
  ['24T08:00', '24T09:00', ['post:year-old']],
  ['25T17:00', '25T18:00', ['all:', 'post:night']],
  ['25T22:00', '25T23:00', ['all:', 'post:night']],
])('from %s to %s, the pages of %j change', (passed, now, tags) => {
  expect(listScheduledTags(peekIndex(), at(passed).getTime(), at(now))).toEqual(tags)
})

it('touches the front page when news ceases to be breaking', () => {
  const index = peekIndex()
  applyDueChanges(index, at('23T11:00'))
  const before = getRevisionOfTags(index, ['all:'])
  applyDueChanges(index, at('23T12:00'))
  expect(getRevisionOfTags(index, ['all:'])).toBeGreaterThan(before)
})

it('touches the front page alone when a day ends', () => {
  const index = peekIndex()
  applyDueChanges(index, at('25T23:59'))
  const [day, all] = [getRevisionOfTags(index, ['day']), getRevisionOfTags(index, ['all:'])]
  applyDueChanges(index, at('26T00:00'))
  expect(getRevisionOfTags(index, ['day'])).toBeGreaterThan(day)
  expect(getRevisionOfTags(index, ['all:'])).toBe(all)
  expect(getTagsOfPath('/')).toContain('day')
  expect(getTagsOfPath('/posts/flood')).not.toContain('day')
})

it('calls a story old from its first anniversary on', () => {
  const story = { published: '2025-11-24T09:00:00Z' }
  expect(isOld(story, at('24T08:59'))).toBe(false)
  expect(isOld(story, at('24T09:00'))).toBe(true)
})
