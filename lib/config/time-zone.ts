import { isOneEditAway } from '#lib/text/edit-distance.ts'

/** Abbreviations that mean one zone to their readers and another to a program: `BST` is Bangladesh to Intl. */
const ABBREVIATIONS = new Map([
  ['bst', 'Europe/London'],
  ['gmt', 'Europe/London or UTC'],
  ['wet', 'Europe/Lisbon'],
  ['cet', 'Europe/Paris'],
  ['cest', 'Europe/Paris'],
  ['met', 'Europe/Paris'],
  ['eet', 'Europe/Athens'],
  ['msk', 'Europe/Moscow'],
  ['ist', 'Asia/Kolkata, Europe/Dublin or Asia/Jerusalem'],
  ['jst', 'Asia/Tokyo'],
  ['hst', 'Pacific/Honolulu'],
  ['ast', 'America/Halifax'],
  ['est', 'America/New_York'],
  ['edt', 'America/New_York'],
  ['est5edt', 'America/New_York'],
  ['cst', 'America/Chicago or Asia/Shanghai'],
  ['cdt', 'America/Chicago'],
  ['mst', 'America/Denver'],
  ['mdt', 'America/Denver'],
  ['pst', 'America/Los_Angeles'],
  ['pdt', 'America/Los_Angeles'],
  ['aest', 'Australia/Sydney'],
])

/** A region's clock, with its summer time: `Europe/Lisbon`; or `UTC`. Offsets and abbreviations are no zones here. */
export function isTimeZone(zone: string): boolean {
  if (zone === 'UTC') return true
  if (!/^[a-z]+\/[a-z]/i.test(zone) || /^(?:etc|systemv)\//i.test(zone)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** What to write instead of what is no zone. */
export function explainTimeZone(written: unknown): string {
  const zone = String(written).trim()
  const guess = ABBREVIATIONS.get(zone.toLowerCase()) ?? findZone(zone)
  const hint = guess === undefined ? 'such as Europe/Lisbon' : `such as ${guess}`
  return `not a time zone; write the name of a region, ${hint}, or UTC`
}

/** A zone with one letter wrong, or named by its city alone. */
function findZone(zone: string): string | undefined {
  const plain = zone.toLowerCase().replaceAll(' ', '_')
  return Intl.supportedValuesOf('timeZone').find((known) => {
    const name = known.toLowerCase()
    return name === plain || isOneEditAway(plain, name) || name.endsWith(`/${plain}`)
  })
}
