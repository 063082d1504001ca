import { toAsciiDigits } from '#lib/time/ascii-digits.ts'

const LANGUAGES =
  'de fr es pt it nl sv da nb fi pl cs sk hu ro hr sl ru uk bg el tr ca eu gl et lv lt id ms vi ar fa he hi'.split(
    ' ',
  )

/** Words between the parts of a date: `5 de mayo de 2020`, `2. Januar 2020 um 10 Uhr`, `le 5 mai 2020 à 10 h`. */
const JOINTS =
  /(?<!\p{L})(?:de|del|di|do|da|el|le|la|den|der|dem|am|um|uhr|kl|à|a las|às|alle|ore|om|o|г|года|року|ב|في)(?!\p{L})\.?/giu

const CJK = /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]?/

let months: { pattern: RegExp; numbers: ReadonlyMap<string, number> } | undefined

const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * A date in another language's words or digits, as English would write it: `5 mai 2020`, `2. Januar 2020`,
 * `2020年5月23日`. Null where there is nothing of the kind.
 */
export function toEnglishDate(text: string): string | null {
  const latin = toAsciiDigits(text.normalize('NFC'))
  if (CJK.test(latin)) return tidy(latin.replace(CJK, '$1-$2-$3 ').replace(/[^\x20-\x7e]+/g, ' '))
  months ??= collectMonths()
  const { pattern, numbers } = months
  const english = latin.replace(
    pattern,
    (word) => ENGLISH[(numbers.get(word.toLowerCase()) ?? 1) - 1] ?? word,
  )
  if (english === latin && latin === text) return null
  const plain = tidy(english.replace(JOINTS, ' ').replace(/(?<=\d) ?h ?(?=\d{2}(?!\d))/i, ':'))
  return tidy(plain.replace(/^\p{L}{2,}\.?,? (?=\d)/u, '').replace(/(?<=[A-Z][a-z]{2})\./g, ''))
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function collectMonths() {
  const numbers = new Map<string, number>()
  for (const language of LANGUAGES) {
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' })
      for (let number = 1; number <= 12; number++) addMonth(numbers, format, number)
    }
  }
  const names = [...numbers.keys()].sort((a, b) => b.length - a.length).map((name) => RegExp.escape(name))
  return { pattern: new RegExp(`(?<!\\p{L})(?:${names.join('|')})(?!\\p{L})`, 'giu'), numbers }
}

/** With a day beside it, as languages bend their months: `5 мая`. */
function addMonth(numbers: Map<string, number>, format: Intl.DateTimeFormat, number: number): void {
  const parts = format.formatToParts(Date.UTC(2020, number - 1, 1))
  const name =
    parts
      .find(({ type }) => type === 'month')
      ?.value.toLowerCase()
      .replace(/\.$/, '') ?? ''
  if (/^\p{L}[\p{L}\p{M} ]+$/u.test(name) && !numbers.has(name)) numbers.set(name, number)
}
