import { parseSite } from '#lib/config/parse/parse-site.ts'

it.each(['Europe/London', 'America/Argentina/Buenos_Aires', 'UTC'])('%s is a time zone', (zone) => {
  const { site, problems } = parseSite(`timeZone: ${zone}\n`, 'site.yaml')
  expect([site.timeZone, problems]).toEqual([zone, []])
})

it.each([
  ['BST', 'Europe/London'],
  ['EST', 'America/New_York'],
  ['IST', 'Asia/Kolkata'],
  ['CET', 'Europe/Paris'],
  ['+01:00', 'Europe/Lisbon'],
  ['Etc/GMT+5', 'Europe/Lisbon'],
  ['Europe/Londn', 'Europe/London'],
  ['London', 'Europe/London'],
  ['Japan', 'Asia/Tokyo'],
  ['NZST', 'Pacific/Auckland'],
  ['MEZ', 'Europe/Berlin'],
])('%s is none, and it is said what to write', (zone, hint) => {
  const { site, problems } = parseSite(`timeZone: "${zone}"\n`, 'site.yaml')
  expect(site.timeZone).toBe('UTC')
  expect(problems).toEqual([expect.objectContaining({ line: 1, field: 'timeZone', severity: 'error' })])
  expect(problems[0]?.message).toContain(hint)
})
