import { isOneEditAway } from '#lib/text/edit-distance.ts'

/** Abbreviations that mean one zone to their readers and another to a program: `BST` is Bangladesh to Intl. */
const ABBREVIATIONS = new Map([
  ['bst', 'Europe/London'],
  ['gmt', 'Europe/London'],
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
  ['pst8pdt', 'America/Los_Angeles'],
  ['mst7mdt', 'America/Denver'],
  ['cst6cdt', 'America/Chicago'],
  ['akst', 'America/Anchorage'],
  ['nst', 'America/St_Johns'],
  ['brt', 'America/Sao_Paulo'],
  ['art', 'America/Argentina/Buenos_Aires'],
  ['mez', 'Europe/Berlin'],
  ['mesz', 'Europe/Berlin'],
  ['west', 'Europe/Lisbon'],
  ['eest', 'Europe/Athens'],
  ['trt', 'Europe/Istanbul'],
  ['wat', 'Africa/Lagos'],
  ['cat', 'Africa/Maputo'],
  ['eat', 'Africa/Nairobi'],
  ['sast', 'Africa/Johannesburg'],
  ['gst', 'Asia/Dubai'],
  ['pkt', 'Asia/Karachi'],
  ['npt', 'Asia/Kathmandu'],
  ['ict', 'Asia/Bangkok'],
  ['wib', 'Asia/Jakarta'],
  ['sgt', 'Asia/Singapore'],
  ['pht', 'Asia/Manila'],
  ['hkt', 'Asia/Hong_Kong'],
  ['kst', 'Asia/Seoul'],
  ['prc', 'Asia/Shanghai'],
  ['roc', 'Asia/Taipei'],
  ['rok', 'Asia/Seoul'],
  ['awst', 'Australia/Perth'],
  ['acst', 'Australia/Adelaide'],
  ['aest', 'Australia/Sydney'],
  ['aedt', 'Australia/Sydney'],
  ['nz', 'Pacific/Auckland'],
  ['nzst', 'Pacific/Auckland'],
  ['nzdt', 'Pacific/Auckland'],
])

/** Names of UTC itself, whatever standard they are of. */
const UTC = /^(?:utc|uct|z|zulu|universal|etc\/(?:utc|uct|zulu|universal))$/i

/** A zone as the database of zones writes it: `america/new york` → `America/New_York`, `utc` → `UTC`. */
export function toZoneName(written: string): string {
  const plain = written.trim().replaceAll(/[ \u00a0]/g, '_')
  if (UTC.test(plain)) return 'UTC'
  if (!isTimeZone(plain)) return written
  const lower = plain.toLowerCase()
  return Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase() === lower) ?? plain
}

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
  const guess = ABBREVIATIONS.get(zone.toLowerCase()) ?? findZone(zone) ?? findFormerName(zone)
  const hint = guess === undefined ? 'such as Europe/Lisbon' : `such as ${guess}`
  return `not a time zone; write the name of a region, ${hint}, or UTC`
}

/** `Japan`, `GB` and `PST8PDT` are names of old for a region. Three or four letters alone may be anything. */
function findFormerName(zone: string): string | undefined {
  if (/^[a-z]{3,4}$/i.test(zone) && zone !== 'Cuba' && zone !== 'Eire' && zone !== 'Iran') return undefined
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions()
    return isTimeZone(timeZone) && timeZone !== 'UTC' ? timeZone : undefined
  } catch {
    return undefined
  }
}

/** A zone with one letter wrong, or named by its city alone. */
function findZone(zone: string): string | undefined {
  const plain = zone.toLowerCase().replaceAll(' ', '_')
  return Intl.supportedValuesOf('timeZone').find((known) => {
    const name = known.toLowerCase()
    return name === plain || isOneEditAway(plain, name) || name.endsWith(`/${plain}`)
  })
}
