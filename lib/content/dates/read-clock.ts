/** A time of day, and how many characters of the text say so. */
export type ClockReading = { hour: number; minute: number; second: number; length: number }

/** `14:05`, `14.05`, `14h05`, `14 h 05`, `14:05:30` */
const MINUTES = /^(\d{1,2})(?:[:.h]| h )(\d{2})(?::(\d{2}))?/i
/** `19時`, `19時06分`, `19点06分`, `7시 15분` */
const EAST_ASIAN = /^(\d{1,2}) ?[時时点點시](?: ?(\d{1,2}) ?[分분]?)?(?: ?(\d{1,2}) ?[秒초])?/
const HOUR = /^(\d{1,2})/
/** Before the hour: `午後7時`, `下午7:14`, `오후 7시`. */
const HALF_BEFORE = /^(?:(午前|上午|오전)|(午後|下午|오후)) ?/
/** `pm`, `P.M.`, `p. m.`; Arabic */
const HALF_BEHIND = /^ ?(?:(a\.? ?m\.?|ص|صباحا|صباحًا)|(p\.? ?m\.?|م|مساء|مساءً))(?![\p{L}\p{M}\d])/iu
const OCLOCK = /^ ?(?:[Uu]hr|h)(?![\p{L}\d])/u
/** What makes another thing of it: more digits, a further part, a zone. */
const GOES_ON = /^(?:[\d+]|[:.]\d|Z)/i

/** A clock time may begin where no other digit or word goes on. */
const CLOCK_START = /(?<![\d.:\p{L}/-])(?=\d|[午上下오])|(?<=\dT|日|일)(?=\d)/gu

/** The clock times in a text that begin behind its first character, first to last. */
export function* listClocks(
  text: string,
  language: string,
): Generator<{ index: number; clock: ClockReading }> {
  for (const { index } of text.matchAll(CLOCK_START)) {
    const clock = index === 0 ? null : readClock(text.slice(index), language)
    if (clock !== null) yield { index, clock }
  }
}

/**
 * The clock time a text begins with, its digits being 0 to 9. Hours alone are a time where it is said that they are hours:
 * `2pm`, `14 Uhr`, `14h`. Null where there is none, or one that no clock has. In German “am” behind a time is no half of the day.
 */
export function readClock(text: string, language: string): ClockReading | null {
  const [before = '', isMorning, isEvening] = HALF_BEFORE.exec(text) ?? []
  const clock = text.slice(before.length)
  const match = MINUTES.exec(clock) ?? EAST_ASIAN.exec(clock) ?? HOUR.exec(clock)
  if (match === null) return null
  const [written, hour = '', minute, second] = match
  const rest = clock.slice(written.length)
  const behind = readBehind(rest, language)
  const isSaid = minute !== undefined || written !== hour || behind.length > 0
  if (!isSaid || GOES_ON.test(rest.slice(behind.length))) return null
  const half = isMorning !== undefined ? 'am' : isEvening !== undefined ? 'pm' : behind.half
  const ofDay = toHour(Number(hour), half)
  const length = before.length + written.length + behind.length
  return ofDay === null || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59
    ? null
    : { hour: ofDay, minute: Number(minute ?? 0), second: Number(second ?? 0), length }
}

type Half = 'am' | 'pm' | null

function readBehind(text: string, language: string): { half: Half; length: number } {
  const [half = '', isMorning] = HALF_BEHIND.exec(text) ?? []
  const isWord = /^ ?am$/.test(half) && language.startsWith('de')
  if (half !== '' && !isWord) return { half: isMorning === undefined ? 'pm' : 'am', length: half.length }
  return { half: null, length: OCLOCK.exec(text)?.[0].length ?? 0 }
}

/** `12 am` is midnight, `12 pm` noon. */
function toHour(hour: number, half: Half): number | null {
  if (half === null) return hour > 23 ? null : hour
  return hour < 1 || hour > 12 ? null : (hour % 12) + (half === 'pm' ? 12 : 0)
}
