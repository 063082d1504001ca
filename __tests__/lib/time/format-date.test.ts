import {
  formatDate,
  formatDateTime,
  formatDay,
  formatMoment,
  formatMonth,
  formatMonthName,
  formatTime,
  formatWeekday,
  toDay,
} from '#lib/time/format-date.ts'

const INSTANT = '2026-11-22T23:30:00Z'
const LONDON = { language: 'en-GB', timeZone: 'Europe/London' }
const TOKYO = { language: 'ja', timeZone: 'Asia/Tokyo' }

it.each([
  ['date', formatDate(INSTANT, LONDON), '22 November 2026'],
  ['date elsewhere', formatDate(INSTANT, TOKYO), '2026年11月23日'],
  ['date in English of no country', formatDate(INSTANT, { ...LONDON, language: 'en' }), '22 November 2026'],
  ['date in America', formatDate(INSTANT, { ...LONDON, language: 'en-US' }), 'November 22, 2026'],
  [
    'date in a language nobody knows',
    formatDate(INSTANT, { ...LONDON, language: 'en_GB' }),
    '22 November 2026',
  ],
  ['day', formatDay(INSTANT, LONDON), 'Sunday, 22 November 2026'],
  ['weekday', formatWeekday(INSTANT, TOKYO), '月曜日'],
  ['time', formatTime(INSTANT, LONDON), '23:30'],
  ['date and time', formatDateTime(INSTANT, LONDON), '22 November 2026 at 23:30 GMT'],
  ['date and time in summer', formatDateTime('2026-07-01T10:00:00Z', LONDON), '1 July 2026 at 11:00 BST'],
  ['month', formatMonth(2026, 3, 'en-GB'), 'March 2026'],
  ['month in Portuguese', formatMonth(2026, 3, 'pt'), 'março de 2026'],
  ['short month', formatMonthName(2026, 3, 'en-GB'), 'Mar'],
])('prints a %s', (_what, text, expected) => {
  expect(text).toBe(expected)
})

it('counts days where the paper is', () => {
  expect(toDay(INSTANT, 'Europe/London')).toBe('2026-11-22')
  expect(toDay(INSTANT, 'Asia/Tokyo')).toBe('2026-11-23')
})

it.each([
  ['a day in winter', '2026-01-10T00:00:00Z', '10 January 2026'],
  ['a day in summer', '2026-06-30T23:00:00Z', '1 July 2026'],
  ['a day before there were zones', '1834-05-01T00:01:15Z', '1 May 1834'],
  ['a time in the night', '2026-01-10T00:01:00Z', '10 January 2026 at 00:01 GMT'],
  ['midnight elsewhere', '2026-07-01T00:00:00Z', '1 July 2026 at 01:00 BST'],
])('%s has a clock only where somebody wrote one', (_, instant, expected) => {
  expect(formatMoment(instant, LONDON)).toBe(expected)
})

it.each([
  ['America/Sao_Paulo', '2018-11-04T03:00:00Z', '4 November 2018'],
  ['Asia/Beirut', '2024-03-30T22:00:00Z', '31 March 2024'],
  ['America/Havana', '2024-03-10T05:00:00Z', '10 March 2024'],
  ['America/Havana', '2024-11-03T04:00:00Z', '3 November 2024'],
])('a day in %s that has no midnight, or two of them, has no clock', (timeZone, instant, expected) => {
  expect(formatMoment(instant, { language: 'en-GB', timeZone })).toBe(expected)
})
