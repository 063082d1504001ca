const WORDS_PER_MINUTE = 230
const CHARACTERS_PER_MINUTE = 500

/** `words` counts what spaces part, and each character of the scripts that use none. */
export type ReadingLength = { words: number; minutes: number }

const MARKUP = /<[a-z/!][^<>]*>|\{\{[^{}]*\}\}|\{%[^{}]*%\}/gi

/** What a short body may be made of besides words: pictures and their addresses, definitions of labels, spaces. */
const NO_WORDS =
  /!\[[^[\]\n]{0,500}\](?:\([^()\n]{0,1000}\)|\[[^[\]\n]{0,200}\])|(?<=\])\([^()\n]{0,1000}\)|^ {0,3}\[[^[\]\n]{1,200}\]:[^\n]{0,1000}|&(?:nbsp|#160|#xa0);/gim

/** Longer bodies have words whatever else is in them. */
const MAX_SHORT = 2_000

const OTHER = 0
const SPACE = 1
const IDEOGRAPH = 2
const LETTER = 3

/** What each UTF-16 unit is, looked up rather than asked for: this walks every character of every file. */
const kinds = Uint8Array.from({ length: 0x10000 }, (_, code) => toKind(code))

/** How long a body takes to read: at least a minute, none where there are no words. */
export function measureReadingTime(body: string): ReadingLength {
  const plain = body.includes('<') || body.includes('{') ? body.replace(MARKUP, ' ') : body
  const text = plain.length < MAX_SHORT && /[[&]/.test(plain) ? plain.replace(NO_WORDS, ' ') : plain
  const units = toUnits(text)
  let words = 0
  let characters = 0
  let last = SPACE
  for (let at = 0; at < units.length; at++) {
    const kind = kinds[units[at] ?? 0] ?? OTHER
    if (kind === OTHER) continue
    if (kind === LETTER && last !== LETTER) words++
    if (kind === IDEOGRAPH) characters++
    last = kind
  }
  const minutes = Math.round(words / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE)
  return { words: words + characters, minutes: words + characters === 0 ? 0 : Math.max(1, minutes) }
}

/** A flat copy: reading a slice of a longer string unit by unit takes four times as long. */
function toUnits(text: string): Uint16Array {
  const { buffer, byteOffset } = Buffer.from(text, 'utf16le')
  return new Uint16Array(buffer, byteOffset, text.length)
}

function toKind(code: number): number {
  if (isSpace(code)) return SPACE
  if (isIdeograph(code)) return IDEOGRAPH
  return isLetterOrDigit(code) ? LETTER : OTHER
}

function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x3000
}

/** Kana, and the Chinese characters in common use. */
function isIdeograph(code: number): boolean {
  if (code < 0x3041) return false
  return code <= 0x30ff || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff)
}

/** Anything beyond Latin-1's signs counts as a letter, but for the blocks of punctuation and symbols. */
function isLetterOrDigit(code: number): boolean {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a)
  return (
    code >= 0xc0 &&
    !(code >= 0x2000 && code <= 0x2bff) &&
    !(code >= 0x3000 && code <= 0x303f) &&
    code < 0xfe00
  )
}
