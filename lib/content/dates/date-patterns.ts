import type { WallTime } from '#lib/time/zoned-time.ts'

/** A date as written: a wall time, and how far its zone is from UTC in minutes when it says so. */
export type WrittenDate = WallTime & { offset: number | null }

/** `ambiguous`: day and month could change places. */
export type DateMatch = WrittenDate | 'ambiguous' | null

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'

/** The zones RFC 2822, section 4.3, lists by name, and others whose names have one meaning; in hours. */
const ZONES: Record<string, number> = {
  ...{ est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 },
  ...{ wet: 0, west: 1, bst: 1, cet: 1, cest: 2, mez: 1, mesz: 2, eet: 2, eest: 3, msk: 3 },
  ...{ jst: 9, kst: 9, hkt: 8, sgt: 8, awst: 8, aest: 10, aedt: 11, nzst: 12, nzdt: 13 },
}
const ZONE = String.raw`(?<zone>(?:gmt|utc)?[+-]\d{1,2}(?::?\d{2})?|z|utc|ut|gmt|${Object.keys(ZONES).join('|')})`
const HALF = String.raw`(?<half>[ap]\.?\s?m\.?)`
const TIME = String.raw`(?:(?<hour>\d{1,2})[:.h-](?<minute>\d{2})(?:[:.-](?<second>\d{2})(?:[.,]\d+)?)?(?:\s?${HALF})?|(?<hour>\d{2})(?<minute>\d{2})|(?<hour>\d{1,2})\s?${HALF})`
const BEHIND = String.raw`(?:(?:t\s?|[-_:]|,?\s(?:at\s)?|,)${TIME})?(?:\s?${ZONE})?`
const YMD = String.raw`(?<year>\d{4})(?<sep>\.\s|[-/.\s])(?<month>\d{1,2})\k<sep>(?<day>\d{1,2})\.?`
const SPLIT = String.raw`(?<first>\d{1,2})(?<sep>[-/.])(?<second2>\d{1,2})\k<sep>(?<year>\d{4})`
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?\.?`
const YEAR = String.raw`(?<year>\d{4})`

/** Every form a date is written in, with or without a time after it. */
const PATTERNS = [
  `${YMD}${BEHIND}`,
  String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:t?(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?${ZONE}?)?`,
  `${SPLIT}${BEHIND}`,
  String.raw`(?:the\s)?${DAY}[\s/-]?(?:of\s)?${MONTH}\.?,?[\s/-]?${YEAR}${BEHIND}`,
  String.raw`${MONTH}\.?[\s-]${DAY},?[\s-]${YEAR}${BEHIND}`,
  String.raw`${YEAR}\.?[\s-]${MONTH}\.?[\s-]${DAY}${BEHIND}`,
  String.raw`${MONTH}\s${DAY}\s${TIME}(?:\s${ZONE})?\s${YEAR}`,
].map((pattern) => new RegExp(`^${pattern}$`, 'i'))

/** Wherever it stands: `Mon, 5 Feb 2024`, `<2024-02-05 Mon 14:30>`. */
const WEEKDAY = /(?<!\p{L})(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?!\p{L})\.?,?/iu
const MAX_LENGTH = 80
/** Grav's `13:34 06/21/2014`. */
const CLOCK_FIRST = /^(\d{1,2}:\d{2}(?::\d{2})?),? ([^:]+)$/

/** Reads the digits of a date in any of the forms news sites write; checks that such a day and time exist. */
export function matchDate(text: string): DateMatch {
  if (text.length > MAX_LENGTH || !/\d/.test(text)) return null
  const plain = text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/ \([^()]*\)$|\[[^[\]]*\]$/, '')
    .replace(WEEKDAY, ' ')
    .replace(/[<>[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^@/, '')
    .replace(CLOCK_FIRST, '$2 $1')
  for (const pattern of PATTERNS) {
    const groups = pattern.exec(plain)?.groups
    if (groups !== undefined) return toWrittenDate(groups)
  }
  return null
}

type Groups = Partial<Record<string, string>>

function toWrittenDate(groups: Groups): DateMatch {
  const monthAndDay = groups.first === undefined ? toMonthAndDay(groups) : orderNumbers(groups)
  if (monthAndDay === 'ambiguous') return 'ambiguous'
  const { hour = '0', minute = '0', second = '0', half, zone, year } = groups
  const written = {
    year: Number(year),
    ...monthAndDay,
    hour: toHour(Number(hour), half),
    minute: Number(minute),
    second: Math.min(Number(second), 59),
    offset: zone === undefined ? null : toOffset(zone.toLowerCase()),
  }
  return isPossible(written) && Number(second) <= 60 ? written : null
}

function toMonthAndDay({ name, month, day }: Groups): { month: number; day: number } {
  const position = name === undefined ? Number(month) : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
  return { month: position, day: Number(day) }
}

/**
 * `13/08/2017` can only be day first, `08/13/2017` only month first, `04/04/2017` is the same either way; with points
 * between them, `02.07.2017`, the day comes first wherever dates are written so.
 */
function orderNumbers({ first, second2, sep }: Groups): { month: number; day: number } | 'ambiguous' {
  const [left, right] = [Number(first), Number(second2)]
  if (sep === '.') return { day: left, month: right }
  if (left <= 12 && right <= 12 && left !== right) return 'ambiguous'
  return left > 12 ? { day: left, month: right } : { month: left, day: right }
}

function toHour(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return Number.NaN
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0)
}

function toOffset(zone: string): number {
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? []
  if (sign === undefined) return (ZONES[zone] ?? 0) * 60
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

function isPossible({ year, month, day, hour, minute, offset }: WrittenDate): boolean {
  if (year < 1600 || year > 2200 || month < 1 || month > 12) return false
  const isDay = day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  return (
    isDay &&
    hour >= 0 &&
    (hour <= 23 || (hour === 24 && minute === 0)) &&
    minute <= 59 &&
    Math.abs(offset ?? 0) <= 15 * 60
  )
}
