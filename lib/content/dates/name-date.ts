import { toAsciiDigits } from '#lib/time/ascii-digits.ts'

/** A name without the day it begins with, and that day as `YYYY-MM-DD`; null where it begins with none. */
export type DatedName = { date: string | null; rest: string }

/** What parts a day from the words after it; the scripts that write no spaces need nothing. */
const BREAK = String.raw`(?:[-_. \u2010-\u2015]+|$|(?=\p{Lo}))`

/** The time that a name has behind its day: `T1030`, `T101500Z`, and Statamic's `-1030.`. */
const CLOCK = String.raw`(?:T\d{2}[-:.h]?\d{2}(?:[-:.]?\d{2})?Z?|-\d{4}(?:\d{2})?(?=\.\p{L}))?`

/** A day, and in the name of a note the time glued to it: `201805231200`. */
const LEADING = [
  new RegExp(
    String.raw`^(?<year>\d{4})(?<mark>[-_. ])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})${CLOCK}${BREAK}`,
    'u',
  ),
  /^[[(【](?<year>\d{4})(?<mark>[-_.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})[\])】][-_. ]*/,
  new RegExp(
    String.raw`^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?:T?\d{4}(?:\d{2})?Z?)?${BREAK}`,
    'u',
  ),
  /^(?<year>\d{4})[年년] ?(?<month>\d{1,2})[月월] ?(?<day>\d{1,2})[日일]?[-_. ]*/,
  new RegExp(
    String.raw`^(?<first>\d{1,2})(?<mark>[-_.])(?<second>\d{1,2})\k<mark>(?<year>(?:19|20)\d{2})${BREAK}`,
    'u',
  ),
]

const TRAILING = [
  /[-_. ([](?<year>(?:19|20)\d{2})(?<mark>[-_.])(?<month>\d{2})\k<mark>(?<day>\d{2})[)\]]?$/,
  /[-_. ([](?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})[)\]]?$/,
]

const IN_PATH = [
  /(?:^|\/)(?<year>(?:19|20)\d{2})[/._-](?<month>\d{1,2})[/._-](?<day>\d{1,2})(?!\d)/,
  /(?:^|\/)(?<year>(?:19|20)\d{2})[/._-]?(?<month>\d{2})[/._-]?(?<day>\d{2})(?!\d)/,
]

/** Jekyll's names lose what only looks like a day too: `2020-13-45-name`. */
const NO_DAY = /^\d{4}-\d{1,2}-\d{1,2}(?:[-_. ]+|$)/

/** `2019-04-30-name`, `20180523 Name`, `2018.05.23 Name`, `23.05.2018 Name`, `2018年5月23日 Name` → the day, and `name`. */
export function takeNameDate(name: string): DatedName {
  const latin = /^[[(【]?[\x20-\x7e]/.test(name) ? name : toAsciiDigits(name)
  if (!/^[[(【]?\d/.test(latin)) return { date: null, rest: name }
  for (const pattern of LEADING) {
    const match = pattern.exec(latin)
    const date = match === null ? null : toDay(match.groups ?? {})
    if (match !== null && date !== null) return { date, rest: name.slice(match[0].length) || name }
  }
  return { date: null, rest: name.replace(NO_DAY, '') || name }
}

/** The day a name ends with: `harbour-minutes-2018-05-23`. */
export function findTrailingDate(name: string): string | null {
  return findDay(TRAILING, name)
}

/** The day in a path, of folders or of an address: `2014/06/30/name`, `archive/2014-06-30`, `20140630/name.html`. */
export function findPathDate(path: string): string | null {
  return findDay(IN_PATH, path)
}

function findDay(patterns: readonly RegExp[], text: string): string | null {
  if (!/(?:19|20)\d\d/.test(text)) return null
  for (const pattern of patterns) {
    const date = toDay(pattern.exec(text)?.groups ?? {})
    if (date !== null) return date
  }
  return null
}

function toDay(groups: Partial<Record<string, string>>): string | null {
  const { year = '', month, day } = groups.first === undefined ? groups : orderNumbers(groups)
  const date = `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
  const isReal = new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) ?? false
  return isReal ? date : null
}

/** With points between them the day comes first; else only where it can be nothing but the day. */
function orderNumbers({ first = '', second = '', mark, year = '' }: Partial<Record<string, string>>) {
  if (mark === '.' || Number(first) > 12) return { year, month: second, day: first }
  return Number(second) > 12 ? { year, month: first, day: second } : { year }
}
