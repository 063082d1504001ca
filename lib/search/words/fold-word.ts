/** Letters that Unicode does not take apart, and what readers type for them. */
const FOLDED = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ς', 'σ'],
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ک', 'ك'],
  ['ة', 'ه'],
])

const SINGLE = new RegExp(`[${[...FOLDED.keys()].join('')}]`, 'g')

/** Accents of Latin, Greek and Cyrillic, points of Hebrew, vowels and hamza of Arabic, tatweel and soft hyphens. */
const MARKS =
  /[\u0300-\u036f]|[\u0483-\u0487]|[\u0591-\u05c7]|[\u0610-\u061a]|\u0640|[\u064b-\u065f]|\u0670|[\u06d6-\u06dc]|[\u06df-\u06e8]|[\u06ea-\u06ed]|\u00ad/g

const MAX_KNOWN = 50_000
const known = new Map<string, string>()

/**
 * One spelling for all spellings of a word: `Müller` → `muller`, `Straße` → `strasse`, `أحمد` → `احمد`, `１２` → `12`.
 * Vowel signs that are no accents (Devanagari, Thai) are kept, as is Russian й. '' when nothing is left.
 */
export function foldWord(word: string): string {
  const before = known.get(word)
  if (before !== undefined) return before
  const folded = fold(word)
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(word, folded)
  return folded
}

function fold(word: string): string {
  const bare = word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/и\u0306/g, 'й')
    .replace(MARKS, '')
    .replace(SINGLE, (letter) => FOLDED.get(letter) ?? letter)
    .normalize('NFC')
  return bare.replace(/[^\p{L}\p{M}0-9]/gu, (character) =>
    DIGIT.test(character) ? toDigit(character) : keepNumber(character),
  )
}

function keepNumber(character: string): string {
  return /\p{N}/u.test(character) ? character : ''
}

const DIGIT = /\p{Nd}/u

/** Unicode keeps the digits of each script together, 0 to 9 in order. */
function toDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value)
}
