import { listProblems } from '#lib/index/problems.ts'
import { findUpdate, getLivePage } from '#lib/queries/live-blog/list-updates.ts'
import { getPost, getSite } from '#lib/queries/queries.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const FILE = 'posts/flood.md'
const NOW = new Date('2026-11-27T21:00:00Z')
const FIELDS = { title: 'Flood', date: '2026-11-27T18:00:00Z', type: 'live' }
const FIRST = '## 19:00 Sluice opened\n\nThe sluice is open.\n'
const SECOND = '## 19:30 Road closed {key}\n\nThe quay road is closed.\n'
const THIRD = '## 20:00 Water falls\n\nIt falls.\n'

const toText = (body: string, fields: Record<string, string> = FIELDS) => toPostText(fields, body)
const paper = setUpPaper({ [FILE]: toText([FIRST, SECOND, THIRD].join('\n')) })

beforeAll(() => getSite())

const save = async (text: string) => {
  paper.write(FILE, text)
  await paper.sync()
}
const listShown = async () =>
  (await getLivePage('flood', 1)).updates.map(({ headline, text }) => `${headline}: ${text}`)
const listReported = () => listProblems(peekIndex()).map(({ line, severity }) => [line, severity])

const GOOD = [
  'Water falls: It falls.',
  'Road closed: The quay road is closed.',
  'Sluice opened: The sluice is open.',
]

beforeEach(() => save(toText([FIRST, SECOND, THIRD].join('\n'))))

it('shows updates newest first, and says when the last was made', async () => {
  expect(await listShown()).toEqual(GOOD)
  expect(await getPost('flood', NOW)).toMatchObject({
    type: 'live',
    updated: '2026-11-27T20:00:00Z',
    coverage: { start: '2026-11-27T18:00:00Z', end: null, latest: '2026-11-27T20:00:00Z', count: 3 },
  })
  expect(listReported()).toEqual([])
})

it('takes away what is deleted and shows what is mended, under the same id', async () => {
  await save(toText([FIRST, '## 19:30 Quay road closed\n\nUntil morning.\n'].join('\n')))
  expect(await listShown()).toEqual(['Quay road closed: Until morning.', GOOD[2]])
  expect((await findUpdate('flood', '2026-11-27-1930'))?.update.headline).toBe('Quay road closed')
  expect(await findUpdate('flood', '2026-11-27-2000')).toBeNull()
})

it.each([
  ['code that never ends', 11, `${FIRST}\n\`\`\`\n\n${SECOND}\n${THIRD}`],
  ['a comment that never ends', 11, `${FIRST}\n<!-- later\n\n${SECOND}\n${THIRD}`],
  ['a heading half typed', 11, `${FIRST}\n## 19:3\n\nThe quay road is closed.\n\n${THIRD}`],
  ['a heading without its time', 11, `${FIRST}\n## Road closed\n\nThe quay road is closed.\n\n${THIRD}`],
  ['the first heading half typed', 7, `## 1\n\nThe sluice is open.\n\n${SECOND}\n${THIRD}`],
])('keeps what readers have while there is %s, and says so', async (_name, line, body) => {
  await save(toText(body))
  expect(await listShown()).toEqual(GOOD)
  expect(listReported()).toContainEqual([line, 'error'])
  await save(toText([FIRST, SECOND, THIRD].join('\n')))
  expect(await listShown()).toEqual(GOOD)
  expect(listReported()).toEqual([])
})

const OLDEST_LAST = [THIRD, SECOND, FIRST]

it.each([
  ['within the text', [FIRST, SECOND.slice(0, -14)], 13],
  ['within a headline', [FIRST, SECOND.slice(0, 17)], 11],
  ['within the text, new to old', [THIRD, SECOND.slice(0, -14)], 13],
])('keeps what readers have where the file is cut off %s', async (_name, updates, line) => {
  await save(toText((updates[0] === FIRST ? [FIRST, SECOND, THIRD] : OLDEST_LAST).join('\n')))
  await save(toText(updates.join('\n')))
  expect(await listShown()).toEqual(GOOD)
  expect(listReported()).toEqual([
    [line, 'warning'],
    [line, 'error'],
  ])
})

it('shows what is new on top of a file that is cut off below', async () => {
  await save(toText(OLDEST_LAST.join('\n')))
  await save(toText(['## 20:30 Road open\n\nOpen.\n', THIRD, SECOND.slice(0, -14)].join('\n')))
  expect(await listShown()).toEqual(['Road open: Open.', ...GOOD])
})

it.each([
  ['the last', [FIRST, SECOND], GOOD.slice(1)],
  ['the first', [SECOND, THIRD], GOOD.slice(0, 2)],
  ['all but one', [SECOND], GOOD.slice(1, 2)],
])('takes away %s where whole updates are deleted', async (_name, updates, shown) => {
  await save(toText(updates.join('\n')))
  expect(await listShown()).toEqual(shown)
  expect(listReported()).toEqual([])
})

it('shortens the last update where nothing else is missing', async () => {
  await save(toText([FIRST, SECOND, '## 20:00 Water falls\n\nIt.\n'].join('\n')))
  expect((await listShown())[0]).toBe('Water falls: It.')
})

it('keeps the order and the ids of a file that is turned round', async () => {
  await save(toText(OLDEST_LAST.join('\n')))
  expect(await listShown()).toEqual(GOOD)
  expect(listReported()).toEqual([])
})

it('goes on with what is new and mended meanwhile', async () => {
  const mended = '## 20:00 Water falls\n\nIt falls fast.\n\n## 20:30 Road open\n\nOpen again.\n'
  await save(toText(`${FIRST}\n## 19:3\n\nThe quay road is closed.\n\n${mended}`))
  expect(await listShown()).toEqual([
    'Road open: Open again.',
    'Water falls: It falls fast.',
    GOOD[1],
    GOOD[2],
  ])
})

it.each([
  ['no end of its front matter', `---\ntitle: Flood\ntype: live\n\n${FIRST}`],
  ['a type misspelt', toText(FIRST, { ...FIELDS, type: 'liev' })],
  ['front matter that cannot be read', `---\ntitle: "Flood\ntype: [live\n---\n\n${FIRST}`],
  ['nothing in it', ''],
])('stays as it was while its file has %s', async (_name, text) => {
  await save(text)
  expect(await listShown()).toEqual(GOOD)
  expect((await getPost('flood', NOW))?.type).toBe('live')
  expect(listReported()).not.toEqual([])
})

it('is a plain story once its file says so', async () => {
  await save(toText(FIRST, { ...FIELDS, type: 'news' }))
  expect(await listShown()).toEqual([])
  expect((await getPost('flood', NOW))?.coverage).toBeNull()
})

it('is gone with its file', async () => {
  paper.remove(FILE)
  await paper.sync()
  expect(await listShown()).toEqual([])
  expect(peekIndex().prepare('SELECT count(*) AS rows FROM live_update').get()).toEqual({ rows: 0 })
})

it('has pages of twenty, pinned updates and key events on the first', async () => {
  const minutes = Array.from(
    { length: 120 },
    (_, at) => `${18 + Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`,
  )
  const body = minutes.map((time, at) => `## ${time} Number ${at}${at === 5 ? ' {key}' : ''}\n\nWords.\n`)
  await save(toText(`About.\n\n## 18:00 What we know {pin}\n\nAll.\n\n${body.join('\n')}`))
  const first = await getLivePage('flood', 1)
  expect(first).toMatchObject({ intro: 'About.', page: 1, pages: 6, pinned: [{ headline: 'What we know' }] })
  expect(first.updates.map(({ headline }) => headline).slice(0, 2)).toEqual(['Number 119', 'Number 118'])
  expect(first.keyEvents).toEqual([
    { id: '2026-11-27-1805', at: '2026-11-27T18:05:00Z', headline: 'Number 5', page: 6 },
  ])
  const last = await getLivePage('flood', 6)
  expect(last.updates).toHaveLength(20)
  expect(last).toMatchObject({ intro: '', pinned: [], keyEvents: [] })
  expect((await getLivePage('flood', 7)).updates).toEqual([])
  expect(await findUpdate('flood', '2026-11-27-1940')).toMatchObject({
    page: 1,
    update: { headline: 'Number 100' },
  })
  expect(await findUpdate('flood', '2026-11-27-1939')).toMatchObject({ page: 2 })
})
