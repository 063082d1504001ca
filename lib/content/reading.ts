const WORDS_PER_MINUTE = 230
const CHARACTERS_PER_MINUTE = 500

/** `words` counts what spaces part, and each character of the scripts that use none. */
export type Length = { words: number; minutes: number }

const MARKUP = /<[a-z/!][^<>]*>|\{\{[^{}]*\}\}|\{%[^{}]*%\}/gi

/** How long a body takes to read; at least a minute. Walks the characters once: this runs for every file. */
export function measureReading(body: string): Length {
  const text = body.includes('<') || body.includes('{') ? body.replace(MARKUP, ' ') : body
  let words = 0
  let characters = 0
  let isInWord = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isIdeograph(code)) characters++
    if (isSpace(code) || isIdeograph(code)) isInWord = false
    else if (!isInWord && isLetterOrDigit(code)) {
      words++
      isInWord = true
    }
  }
  const minutes = Math.round(words / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE)
  return { words: words + characters, minutes: Math.max(1, minutes) }
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
