import { getNextMidnight } from '#lib/time/midnight.ts'

it.each([
  ['2026-11-27T12:00:00Z', 'UTC', '2026-11-28T00:00:00.000Z'],
  ['2026-11-27T23:59:59Z', 'UTC', '2026-11-28T00:00:00.000Z'],
  ['2026-11-28T00:00:00Z', 'UTC', '2026-11-29T00:00:00.000Z'],
  ['2026-12-31T12:00:00Z', 'Asia/Tokyo', '2026-12-31T15:00:00.000Z'],
  ['2026-12-31T16:00:00Z', 'Asia/Tokyo', '2027-01-01T15:00:00.000Z'],
  ['2026-03-28T12:00:00Z', 'Europe/London', '2026-03-29T00:00:00.000Z'],
  ['2026-03-29T12:00:00Z', 'Europe/London', '2026-03-29T23:00:00.000Z'],
  ['2026-10-24T12:00:00Z', 'Europe/London', '2026-10-24T23:00:00.000Z'],
  ['2026-10-25T12:00:00Z', 'Europe/London', '2026-10-26T00:00:00.000Z'],
])('after %s in %s the next day begins at %s', (now, zone, midnight) => {
  expect(new Date(getNextMidnight(new Date(now), zone)).toISOString()).toBe(midnight)
})
