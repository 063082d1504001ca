/** A text with the digits of other scripts written as 0 to 9: `١٤:٠٥` → `14:05`. */
export function toAsciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, toAsciiDigit)
}

function toAsciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  for (let zero = code; zero >= code - 9; zero--) {
    if (!/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) return String(code - zero)
  }
  return digit
}
