import { readUpdates } from '#lib/live-blog/read-updates.ts'

const CALENDAR = { start: Date.parse('2026-11-27T18:00:00Z'), timeZone: 'Europe/London' }

const read = (body: string, calendar = CALENDAR) => readUpdates({ body, line: 10 }, calendar)
const listIds = (body: string) => read(body).updates.map(({ id }) => id)
const toBody = (...headings: string[]) => headings.map((heading) => `## ${heading}\n\nText.\n`).join('\n')

describe('days', () => {
  it.each([
    ['old to new', ['18:30', '19:00', '23:50', '00:10', '03:00'], [27, 27, 27, 28, 28]],
    ['new to old', ['03:00', '00:10', '23:50', '19:00', '18:30'], [28, 28, 27, 27, 27]],
    ['two around midnight, old to new', ['23:50', '00:10'], [27, 28]],
    ['two around midnight, new to old', ['00:10', '23:50'], [28, 27]],
    ['two nights', ['19:00', '02:00', '19:30', '01:00'], [27, 28, 28, 29]],
    ['one told late', ['19:00', '19:20', '19:15', '19:30', '23:59'], [27, 27, 27, 27, 27]],
    ['one told late after midnight', ['23:40', '00:05', '23:55', '00:20'], [27, 28, 27, 28]],
    ['one before the coverage', ['17:50', '17:55', '18:10'], [27, 27, 27]],
    ['the first after midnight', ['01:00', '02:00', '02:30'], [28, 28, 28]],
    ['a day written', ['19:00', '2026-11-29 08:00', '09:00'], [27, 29, 29]],
    ['a day written, new to old', ['09:00', '2026-11-29 08:00', '2026-11-27 19:00'], [29, 29, 27]],
    ['a pinned one on top', ['18:40 {pin}', '18:30', '19:00', '20:00'], [27, 27, 27, 27]],
    ['a pinned one in the middle', ['02:00', '18:40 {pin}', '01:00', '23:00'], [28, 27, 28, 27]],
  ])('%s', (_name, headings, days) => {
    expect(listIds(toBody(...headings)).map((id) => Number(id.slice(8, 10)))).toEqual(days)
  })

  it.each([
    ['forward', '2026-03-28T22:00:00Z', ['00:50', '02:10'], ['00:50:00', '01:10:00']],
    [
      'back',
      '2026-10-24T21:00:00Z',
      ['01:50', '01:10', '01:40', '02:10'],
      ['00:50:00', '01:10:00', '01:40:00', '02:10:00'],
    ],
    [
      'back, new to old',
      '2026-10-24T21:00:00Z',
      ['02:10', '01:10', '01:50', '00:10'],
      ['02:10:00', '01:10:00', '00:50:00', '23:10:00'],
    ],
  ])('follow clocks that are put %s', (_name, start, headings, instants) => {
    const { updates } = read(toBody(...headings), { ...CALENDAR, start: Date.parse(start) })
    expect(updates.map(({ at }) => at.slice(11, 19))).toEqual(instants)
  })

  it.each([
    ['Europe/London', '2026-11-27T19:05:00Z'],
    ['America/New_York', '2026-11-28T00:05:00Z'],
    ['Asia/Kolkata', '2026-11-27T13:35:00Z'],
  ])('are those of %s', (timeZone, instant) => {
    expect(read('## 19:05 A\n', { ...CALENDAR, timeZone }).updates[0]?.at).toBe(instant)
  })
})

describe('ids', () => {
  it('stay when a headline is mended', () => {
    expect(listIds(toBody('19:00 Fisrt', '19:10 B'))).toEqual(listIds(toBody('19:00 First', '19:10 B {key}')))
  })

  it.each([
    ['old to new', ['19:00 A', '19:10 B', '19:10 C'], '2026-11-27-1910-2'],
    ['new to old', ['19:10 C', '19:10 B', '19:00 A'], '2026-11-27-1910-2'],
  ])('count a minute’s updates from the oldest, %s', (_name, headings, id) => {
    expect(read(toBody(...headings)).updates.find(({ headline }) => headline === 'C')?.id).toBe(id)
  })
})
