/** How long a headline is, for who sets it: the longer, the smaller. */
type HeadlineLength = 'short' | 'long' | 'longest'

const MAX_SHORT = 30
const MAX_USUAL = 60
const MAX_LONG = 100

/** Letters that stand as wide as two of Latin's. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const OPENING_QUOTE = /^[“‘«„"']/

/** Undefined for a headline of the usual length. */
export function measureHeadline(title: string): HeadlineLength | undefined {
  const letters = title.length + (title.match(WIDE)?.length ?? 0)
  if (letters > MAX_LONG) return 'longest'
  if (letters > MAX_USUAL) return 'long'
  return letters > MAX_SHORT ? undefined : 'short'
}

/** The classes of a headline: its opening quotation mark hangs in the margin. Undefined when there are none. */
export function toHeadlineClass(title: string, ...classes: string[]): string | undefined {
  const all = OPENING_QUOTE.test(title) ? [...classes, 'hung'] : classes
  return all.length === 0 ? undefined : all.join(' ')
}
