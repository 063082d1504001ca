import { toAsciiDigits } from '#lib/time/ascii-digits.ts'

const LANGUAGES =
  'de fr es pt it nl sv da nb fi pl cs sk hu ro hr sl ru uk bg el tr ca eu gl et lv lt id ms ar fa he hi th'.split(
    ' ',
  )

/** Words between the parts of a date: `5 de mayo de 2020`, `2. Januar 2020 um 10 Uhr`, `le 5 mai 2020 à 10 h`. */
const JOINTS =
  /(?<!\p{L})(?:de|del|di|do|da|el|le|la|den|der|dem|am|um|uhr|kl|à|a las|às|alle|ore|om|o|г|года|року|ב|في)(?!\p{L})\.?/giu

const CJK = /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]?/
/** Vietnamese has no names for months: `ngày 5 tháng 2 năm 2024`. */
const NUMBERED = /^(?:\p{L}[\p{L}\s]{0,20},? )?(\d{1,2}) tháng (\d{1,2}),? (?:năm )?(\d{4})/u

/** The words before a day, unless they are its month: `segunda-feira,`, `Thứ hai,`. */
const WEEKDAY =
  /^(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) )\p{L}[\p{L}\p{M}-]{1,20}\.?,?(?: \p{L}[\p{L}\p{M}]{1,20})?,? (?=\d)/iu

type MonthNames = {
  pattern: RegExp
  numbers: ReadonlyMap<string, number>
  ofOrdinals: ReadonlyMap<string, number>
}
let months: MonthNames | undefined

const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * A date in another language's words or digits, as English would write it: `5 mai 2020`, `2. Januar 2020`,
 * `2020年5月23日`. Null where there is nothing of the kind.
 */
export function toEnglishDate(text: string): string | null {
  const latin = toAsciiDigits(text.normalize('NFC'))
  if (CJK.test(latin)) return tidy(latin.replace(CJK, '$1-$2-$3 ').replace(/[^\x20-\x7e]+/g, ' '))
  if (NUMBERED.test(latin)) return tidy(latin.replace(NUMBERED, '$3-$2-$1'))
  months ??= collectMonths()
  const { pattern, numbers, ofOrdinals } = months
  const english = latin
    .replace(/(?<!\p{L})ב(?=\p{L})/gu, '')
    .replace(pattern, (word, offset: number, whole: string) => {
      const isOrdinal = whole.slice(0, offset).endsWith('. ')
      const number =
        (isOrdinal ? ofOrdinals : numbers).get(word.toLowerCase()) ?? numbers.get(word.toLowerCase())
      return ENGLISH[(number ?? 1) - 1] ?? word
    })
  if (english === latin && latin === text) return null
  const plain = tidy(
    english
      .replace(JOINTS, ' ')
      .replace(/[،]/g, ',')
      .replace(/(?<=\d) ?h ?(?=\d{2}(?!\d))/i, ':'),
  )
  return tidy(
    plain
      .replace(WEEKDAY, '')
      .replace(/^1er(?= )/, '1')
      .replace(/(?<=[A-Z][a-z]{2})\./g, '')
      .replace(/(?<=\d{4})[.,]$/, ''),
  )
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function collectMonths(): MonthNames {
  const numbers = new Map<string, number>()
  const ofOrdinals = new Map<string, number>()
  for (const language of LANGUAGES) {
    for (const [name, number] of listMonths(language)) {
      // Poland's `5 listopada` is in November, Croatia's `5. listopada` in October.
      if (numbers.has(name)) ofOrdinals.set(name, number)
      else numbers.set(name, number)
    }
  }
  const names = [...numbers.keys()].sort((a, b) => b.length - a.length).map((name) => RegExp.escape(name))
  return { pattern: new RegExp(`(?<!\\p{L})(?:${names.join('|')})(?!\\p{L})`, 'giu'), numbers, ofOrdinals }
}

/** With a day beside them, as languages bend their months, `5 мая`, and without; in Cyrillic cut to three letters too. */
function* listMonths(language: string): Generator<[string, number]> {
  for (const month of ['long', 'short'] as const) {
    for (const beside of [{ day: 'numeric' }, { year: 'numeric' }] as const) {
      const format = new Intl.DateTimeFormat(language, {
        month,
        ...beside,
        calendar: 'gregory',
        timeZone: 'UTC',
      })
      for (let number = 1; number <= 12; number++) {
        const parts = format.formatToParts(Date.UTC(2020, number - 1, 1))
        const name =
          parts
            .find(({ type }) => type === 'month')
            ?.value.toLowerCase()
            .replace(/\.$/, '') ?? ''
        if (!/^\p{L}[\p{L}\p{M} ]+$/u.test(name)) continue
        yield [name, number]
        if (/^\p{Script=Cyrillic}{4}/u.test(name)) yield [name.slice(0, 3), number]
      }
    }
  }
}
