import { readUpdates } from '#lib/live-blog/read-updates.ts'

const CALENDAR = { start: Date.parse('2026-11-27T18:00:00Z'), timeZone: 'Europe/London' }

const read = (body: string, calendar = CALENDAR) => readUpdates({ body, line: 10 }, calendar)
const listIds = (body: string, calendar = CALENDAR) => read(body, calendar).updates.map(({ id }) => id)

it('reads heading, marks and text of each update, and the intro above them', () => {
  const body =
    'What is *going on*.\n\n## 19:40 Sluice **opened** {key} {by: Ada Quill}\n\nOne.\n\n### More\n\nTwo.\n\n## 19:20 First\nThree.\n'
  const { intro, updates, diagnostics } = read(body)
  expect(intro).toBe('What is *going on*.')
  expect(updates).toEqual([
    {
      id: '2026-11-27-1940',
      at: '2026-11-27T19:40:00Z',
      ordinal: 1,
      headline: 'Sluice opened',
      isKey: true,
      isPinned: false,
      by: 'Ada Quill',
      modified: null,
      corrections: [],
      text: 'One.\n\n### More\n\nTwo.',
    },
    {
      id: '2026-11-27-1920',
      at: '2026-11-27T19:20:00Z',
      ordinal: 1,
      headline: 'First',
      isKey: false,
      isPinned: false,
      by: null,
      modified: null,
      corrections: [],
      text: 'Three.',
    },
  ])
  expect(diagnostics).toEqual([])
})

it.each([
  ['14:05 Polls close', '1405', 'Polls close'],
  ['14.05 Polls close', '1405', 'Polls close'],
  ['14h05 Fermeture', '1405', 'Fermeture'],
  ['14:05 Uhr: Wahllokale zu', '1405', 'Wahllokale zu'],
  ['2:05 pm – Polls close', '1405', 'Polls close'],
  ['2.05 p.m. Polls close', '1405', 'Polls close'],
  ['12:05 am Polls close', '0005', 'Polls close'],
  ['14:05:59 Polls close', '1405', 'Polls close'],
  ['14:05', '1405', ''],
  ['١٤:٠٥ إغلاق ٣ مراكز', '1405', 'إغلاق ٣ مراكز'],
  ['2026-11-28 14:05 Polls close', '1405', 'Polls close'],
  ['28.11.2026, 14:05 Wahl', '1405', 'Wahl'],
  ['14:05 25 pumps ##', '1405', '25 pumps'],
  ['14:05 Polls close {#polls}', '1405', 'Polls close'],
  ['14:05 Polls close {KEY, by: Ben Lens}', '1405', 'Polls close'],
  ['14:05 {key} Polls close', '1405', 'Polls close'],
  ['2.05pm Polls close', '1405', 'Polls close'],
  ['2pm Polls close', '1400', 'Polls close'],
  ['2 p. m. Cierran los colegios', '1400', 'Cierran los colegios'],
  ['14 Uhr Wahllokale zu', '1400', 'Wahllokale zu'],
  ['14 h 05 Fermeture', '1405', 'Fermeture'],
  ['14h05: Fermeture', '1405', 'Fermeture'],
  ['14:05 H-hour', '1405', 'H-hour'],
  ['**14:05** Polls close', '1405', 'Polls close'],
  ['**14:05 Polls close**', '1405', 'Polls close'],
  ['[14:05] Polls close', '1405', 'Polls close'],
  ['14:05, polls close', '1405', 'polls close'],
  ['１４：０５ 投票終了', '1405', '投票終了'],
  ['14時05分 投票終了', '1405', '投票終了'],
  ['午後2時 投票終了', '1400', '投票終了'],
  ['下午2:05 投票结束', '1405', '投票结束'],
  ['오후 2시 5분 투표 종료', '1405', '투표 종료'],
  ['٢:٠٥ م إغلاق', '1405', 'إغلاق'],
  ['27 November 2026, 14:05 Polls close', '1405', 'Polls close'],
  ['27 November 2026 at 2.05pm Polls close', '1405', 'Polls close'],
  ['Nov 27, 2026 14:05 Polls close', '1405', 'Polls close'],
  ['27/11/2026 14:05 Polls close', '1405', 'Polls close'],
  ['2026年11月27日 14時05分 投票終了', '1405', '投票終了'],
  ['27 novembre 2026, 14h05 Fermeture', '1405', 'Fermeture'],
])('reads "%s"', (heading, clock, headline) => {
  const { updates, diagnostics } = read(`## ${heading}\nText.\n`)
  expect(updates.map(({ id }) => id.slice(11))).toEqual([clock])
  expect(updates.map((update) => update.headline)).toEqual([headline])
  expect(diagnostics).toEqual([])
})

it.each([
  ['25:05 Polls close'],
  ['14:65 Polls close'],
  ['14:0 Polls close'],
  ['14 Polls close'],
  ['1405 Polls close'],
  ['14:05Z Polls close'],
  ['14:05+01:00 Polls close'],
  ['13:05 pm Polls close'],
  ['2026-02-30 14:05 Polls close'],
  ['28.11.2026 Polls close'],
  ['03/04/2026 14:05 Polls close'],
  ['At 14:05 Polls close'],
  ['{key} 14:05 Polls close'],
  ['3 dead at 14:05'],
  ['14.05.2026 Polls close'],
  ['Polls close'],
  [''],
])('keeps "## %s" in the text above it, and reports its line', (heading) => {
  const { updates, diagnostics, doubtful, isSound } = read(
    `## 19:00 First\n\nText.\n\n## ${heading}\nMore.\n`,
  )
  expect(updates.map(({ text }) => text)).toEqual([`Text.\n\n${`## ${heading}`}\nMore.`])
  expect(diagnostics).toMatchObject([{ severity: 'warning', line: 14 }])
  expect([...doubtful]).toEqual(['2026-11-27-1900'])
  expect(isSound).toBe(false)
})

it('takes “am” behind a German time for a word', () => {
  expect(
    readUpdates({ body: '## 9.30 am Bahnhof\n', line: 1, language: 'de' }, CALENDAR).updates,
  ).toMatchObject([{ id: '2026-11-28-0930', headline: 'am Bahnhof' }])
})

it.each([['##20:00 No space'], ['   ## 20:00 Indented by three'], ['##\u00a020:00 Another space']])(
  'finds an update in %j',
  (heading) => {
    expect(listIds(`## 19:00 First\n\nText.\n\n${heading}\n`)).toEqual(['2026-11-27-1900', '2026-11-27-2000'])
  },
)

it('reports a file whose updates are headings of another level', () => {
  const { diagnostics, isSound } = read('### 19:00 First\n\nText.\n\n### 19:10 Second\n')
  expect(diagnostics).toMatchObject([{ severity: 'warning', line: 10, found: '### 19:00 First' }])
  expect(isSound).toBe(false)
})

it.each([
  ['{correction: It was six metres, not five.}', ['It was six metres, not five.']],
  ['{correction: One.} {correction: Two.}', ['One.', 'Two.']],
  ['{key} {correction: “It rose”, he said: “fast”.}', ['“It rose”, he said: “fast”.']],
])('reads corrections: %s', (marks, corrections) => {
  expect(read(`## 19:00 A ${marks}\n`)).toMatchObject({
    updates: [{ headline: 'A', corrections }],
    diagnostics: [],
  })
})

it.each([
  ['{by: Ada Quill, Ben Lens}', 'Ada Quill, Ben Lens'],
  ['{by: "Ada Quill"}', 'Ada Quill'],
  ['{by: Ada Quill, key}', 'Ada Quill'],
])('reads who wrote it: %s', (mark, by) => {
  expect(read(`## 19:00 A ${mark}\n`).updates).toMatchObject([{ by }])
})

it.each([
  ['```\n## 20:00 Code\n```'],
  ['~~~md\n## 20:00 Code\n```\n## 20:01 Code\n~~~'],
  ['> ## 20:00 Quoted'],
  ['> ```\n> ## 20:00 Quoted\n\nAfter.'],
  ['<!--\n## 20:00 Comment\n-->'],
  ['<pre>\n## 20:00 Preformatted\n</pre>'],
  ['- item\n\n  ## 20:00 In a list'],
  ['    ## 20:00 Indented'],
  ['### 20:00 Third level'],
  ['# 20:00 First level'],
  ['- item\n\n   ## 20:00 Deep in a list'],
  ['Words ## 20:00 within a line'],
])('finds no update in %j', (text) => {
  const { updates, diagnostics } = read(`## 19:00 First\n\n${text}\n\n## 21:00 Last\n\nText.\n`)
  expect(updates.map(({ headline }) => headline)).toEqual(['First', 'Last'])
  expect(updates[0]?.text).toBe(text)
  expect(diagnostics).toEqual([])
})

it.each([['```'], ['~~~~'], ['<!-- note'], ['<script>']])(
  'reports %j that never ends, and what it swallows is in doubt',
  (opening) => {
    const reading = read(`## 19:00 First\n\n## 19:10 Second\n\n${opening}\n\n## 19:20 Third\n`)
    expect(reading.updates.map(({ headline }) => headline)).toEqual(['First', 'Second'])
    expect(reading.diagnostics).toMatchObject([{ line: 14 }])
    expect([...reading.doubtful]).toEqual(['2026-11-27-1910'])
  },
)

it.each([
  ['19:00 A {updated: 19:20}', '2026-11-27T19:20:00Z'],
  ['23:50 A {updated: 00:10}', '2026-11-28T00:10:00Z'],
  ['19:00 A {updated: 2026-11-28 08:00}', '2026-11-28T08:00:00Z'],
])('reads when an update was changed: %s', (heading, instant) => {
  expect(read(`## ${heading}\n`).updates[0]?.modified).toBe(instant)
})

it.each([
  ['19:00 A {updated: later}', 'A', 1],
  ['19:00 A {maybe}', 'A {maybe}', 1],
  ['19:00 A {maybe, key}', 'A {maybe, key}', 1],
  ['19:00 A {key} B', 'A {key} B', 1],
])('reports marks that mean nothing: %s', (heading, headline, count) => {
  const { updates, diagnostics, isSound } = read(`## ${heading}\n`)
  expect(updates[0]?.headline).toBe(headline)
  expect(diagnostics).toHaveLength(count)
  expect(isSound).toBe(true)
})

it('holds back a story with more updates than any has', () => {
  const { diagnostics } = read('## 19:00 A\n'.repeat(5_001))
  expect(diagnostics).toMatchObject([{ severity: 'error' }])
})

it('loses no character of a text', () => {
  const body = 'Intro\n\n## 19:00 A\nOne\n\n## what\nTwo\n```\n## 20:00 B\n'
  const { intro, updates } = read(body)
  const words = [intro, ...updates.map(({ text }) => text)].join(' ')
  for (const word of ['Intro', 'One', '## what', 'Two', '## 20:00 B']) expect(words).toContain(word)
})
