/** Text on one line: whole characters only, and neither controls nor space around it. */
export function toSingleLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
