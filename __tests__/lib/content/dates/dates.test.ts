import { spawnSync } from 'node:child_process'
import { parseDate } from '#lib/content/dates/dates.ts'

describe('what a date says, in the zone of the site unless it names its own', () => {
  it.each([
    ['1602509541.0172567', '2020-10-12T13:32:21Z'],
    ['1602509541', '2020-10-12T13:32:21Z'],
    ['1602509541017', '2020-10-12T13:32:21Z'],
    [1602509541.0172567, '2020-10-12T13:32:21Z'],
    ['2020-09-20-20-54-47', '2020-09-20T18:54:47Z'],
    ['2014-06-30 10:00:25 -0400', '2014-06-30T14:00:25Z'],
    ['2021-03-17 12:00:00+12:00', '2021-03-17T00:00:00Z'],
    ['2018-04-23 18:00', '2018-04-23T16:00:00Z'],
    ['2018-04-23', '2018-04-22T22:00:00Z'],
    ['2018-01-23', '2018-01-22T23:00:00Z'],
    ['2024-9-17', '2024-09-16T22:00:00Z'],
    ['13.08.2017', '2017-08-12T22:00:00Z'],
    ['13/08/2017', '2017-08-12T22:00:00Z'],
    ['08/13/2017', '2017-08-12T22:00:00Z'],
    ['04/04/2017', '2017-04-03T22:00:00Z'],
    ['2014/06/30', '2014-06-29T22:00:00Z'],
    ['17 March 2019', '2019-03-16T23:00:00Z'],
    ['March 17th, 2019 at 5:30 pm', '2019-03-17T16:30:00Z'],
    ['17-Mar-2019', '2019-03-16T23:00:00Z'],
    ['Mon, 01 Jul 2020 21:49:17 +0000', '2020-07-01T21:49:17Z'],
    ['1 Jul 2020 10:00 EST', '2020-07-01T15:00:00Z'],
    ['Wed Jul 01 2020 21:49:17 GMT+0200 (CEST)', '2020-07-01T19:49:17Z'],
    ['2020-10-12T13:32:21.123Z', '2020-10-12T13:32:21Z'],
    ['2020-10-12T13:32:21+05:30', '2020-10-12T08:02:21Z'],
    ['20140630', '2014-06-29T22:00:00Z'],
    ['  2018-04-23\u00a018:00 ', '2018-04-23T16:00:00Z'],
  ])('%j is %s in Berlin', (raw, instant) => {
    expect(parseDate(raw, 'Europe/Berlin')).toEqual({ instant })
  })
})

describe('days and clocks in any order of words', () => {
  it.each([
    ['2024. 2. 5.', '2024-02-04T23:00:00Z'],
    ['2024 02 05', '2024-02-04T23:00:00Z'],
    ['2024-Feb-05', '2024-02-04T23:00:00Z'],
    ['2024 February 5', '2024-02-04T23:00:00Z'],
    ['05/Feb/2024', '2024-02-04T23:00:00Z'],
    ['Feb-05-2024', '2024-02-04T23:00:00Z'],
    ['the 5th of February 2024', '2024-02-04T23:00:00Z'],
    ['2024-02-05 (Mon)', '2024-02-04T23:00:00Z'],
    ['<2024-02-05 Mon 14:30>', '2024-02-05T13:30:00Z'],
    ['2024-02-05, 14:30', '2024-02-05T13:30:00Z'],
    ['2024-02-05 at 14:30', '2024-02-05T13:30:00Z'],
    ['2024-02-05:14:30', '2024-02-05T13:30:00Z'],
    ['2024-02-05 1430', '2024-02-05T13:30:00Z'],
    ['2024-02-05 2pm', '2024-02-05T13:00:00Z'],
    ['5 Feb 2024 2:30 p. m.', '2024-02-05T13:30:00Z'],
    ['2024-02-05 24:00', '2024-02-05T23:00:00Z'],
    ['2024-02-05 14:30 CEST', '2024-02-05T12:30:00Z'],
    ['2024-02-05 14:30:00 JST', '2024-02-05T05:30:00Z'],
    ['Mon Feb  5 14:30:00 CET 2024', '2024-02-05T13:30:00Z'],
    ['14:30 02/15/2024', '2024-02-15T13:30:00Z'],
    ['14:30, 5 February 2024', '2024-02-05T13:30:00Z'],
    ['@February 5, 2024', '2024-02-04T23:00:00Z'],
    ['5/Feb/2024:14:30:00 +0100', '2024-02-05T13:30:00Z'],
  ])('%j is %s in Berlin', (raw, instant) => {
    expect(parseDate(raw, 'Europe/Berlin')).toEqual({ instant })
  })
})

describe('dates in other languages, with their clocks', () => {
  it.each([
    ['2024年2月5日 下午2:30', '2024-02-05T13:30:00Z'],
    ['2024/2/5 下午2:30:05', '2024-02-05T13:30:05Z'],
    ['2024年2月5日（月）午後2時30分', '2024-02-05T13:30:00Z'],
    ['2024年2月5日 14時30分20秒', '2024-02-05T13:30:20Z'],
    ['2024년 2월 5일 오후 2:30', '2024-02-05T13:30:00Z'],
    ['2024. 2. 5. 오후 2:30', '2024-02-05T13:30:00Z'],
    ['05.02.2024 um 14.30 Uhr', '2024-02-05T13:30:00Z'],
    ['2024-02-05 kl. 14.30', '2024-02-05T13:30:00Z'],
    ['1er février 2024 à 14 h 30', '2024-02-01T13:30:00Z'],
    ['Février 5, 2024', '2024-02-04T23:00:00Z'],
    ['segunda-feira, 5 de fevereiro de 2024', '2024-02-04T23:00:00Z'],
    ['5 февр. 2024 г., 14:30', '2024-02-05T13:30:00Z'],
    ['05 фев 2024', '2024-02-04T23:00:00Z'],
    ['5 февраль 2024', '2024-02-04T23:00:00Z'],
    ['2024. február 5.', '2024-02-04T23:00:00Z'],
    ['5 listopada 2024', '2024-11-04T23:00:00Z'],
    ['5. listopada 2024.', '2024-10-04T22:00:00Z'],
    ['5 فبراير، 2024', '2024-02-04T23:00:00Z'],
    ['יום שני, 5 בפברואר 2024', '2024-02-04T23:00:00Z'],
    ['Thứ hai, 5 tháng 2 năm 2024', '2024-02-04T23:00:00Z'],
    ['5 กุมภาพันธ์ 2024', '2024-02-04T23:00:00Z'],
  ])('%j is %s in Berlin', (raw, instant) => {
    expect(parseDate(raw, 'Europe/Berlin')).toEqual({ instant })
  })
})

describe('clock changes', () => {
  it.each([
    ['a time the clocks skip', '2019-03-31 02:30', 'Europe/Berlin', '2019-03-31T01:30:00Z'],
    ['a time that comes twice', '2019-10-27 02:30', 'Europe/Berlin', '2019-10-27T00:30:00Z'],
    ['a day whose midnight is skipped', '2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['the hour before', '2019-03-31 01:59', 'Europe/Berlin', '2019-03-31T00:59:00Z'],
    ['the hour after', '2019-03-31 03:00', 'Europe/Berlin', '2019-03-31T01:00:00Z'],
    ['a zone of three quarters', '2018-01-01', 'Asia/Kathmandu', '2017-12-31T18:15:00Z'],
    ['a zone before zones', '1900-01-01', 'Europe/Paris', '1899-12-31T23:50:39Z'],
  ])('%s', (_what, raw, zone, instant) => {
    expect(parseDate(raw, zone)).toEqual({ instant })
  })
})

it.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Tokyo'])(
  'the day never shifts in %s',
  (zone) => {
    const { instant } = parseDate('2018-04-23', zone)
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(instant ?? 0))
    expect(day).toBe('2018-04-23')
  },
)

it('never asks for the zone of the machine', () => {
  const module = `${process.cwd()}/lib/content/dates/dates.ts`
  const script = `import { parseDate } from ${JSON.stringify(module)}
    const raws = ['2018-04-23', '2018-04-23 18:00', '17 March 2019', '2020-09-20-20-54-47', '1602509541']
    console.log(JSON.stringify(raws.map((raw) => parseDate(raw, 'Europe/Lisbon'))))`
  const answers = ['UTC', 'Pacific/Kiritimati', 'America/New_York'].map((TZ) => {
    const options = { env: { ...process.env, TZ }, encoding: 'utf8' } as const
    return spawnSync(process.execPath, ['--input-type=module', '--eval', script], options).stdout
  })
  expect(answers[0]).toContain('2018-04-22T23:00:00Z')
  expect(new Set(answers).size).toBe(1)
})

describe('what is no date is refused, with what to write instead', () => {
  it.each([
    ['03/04/2017', 'Write 2017-04-03 or 2017-03-04, whichever it is'],
    ['٣/٤/٢٠١٧', 'Write 2017-04-03 or 2017-03-04, whichever it is'],
    ['next Tuesday', 'Write it as 2017-08-13 or 2017-08-13T18:00:00+02:00'],
  ])('%s', (raw, hint) => {
    expect(parseDate(raw, 'UTC')).toMatchObject({ instant: null, hint })
  })

  it.each([
    true,
    false,
    null,
    '',
    '0',
    '2014',
    '12:00',
    '2018-02-30',
    '2018-13-01',
    '2018-04-23 25:00',
    '2018-04-23 13:00 pm',
    '1400-01-01',
    '9999-01-01',
    '31 September 2020',
    { year: 2020 },
    ['2018-04-23', '2018-04-24'],
    '9'.repeat(100_000),
    '1'.repeat(13).concat('.', '0'.repeat(10_000), 'x'),
  ])('%j', (raw) => {
    expect(parseDate(raw, 'UTC').instant).toBeNull()
  })
})
