import { listLines } from '#lib/text/list-lines.ts'

const STARS = /(?<!\\)\*\*\*?/g
const LETTER = /[\p{L}\p{N}]/u
const PUNCTUATION = /[\p{P}\p{S}]/u
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/**
 * CommonMark takes `**` for what its neighbours suggest. Where they mislead, a mark is put beside it that is shown as
 * nothing, or in its place one that is shown as it is written:
 *
 * - `**Update:**Fixed` ends where it is meant to
 * - `f**k` and `s***head` are words with letters left out
 *
 * `mark` makes such a mark of the text that is to be shown.
 */
export function mendEmphasis(text: string, mark: (shown: string) => string): string {
  if (!text.includes('**')) return text
  const pieces: string[] = []
  let done = 0
  let isOpen = false
  for (const { text: line, start } of listLines(text)) {
    if (line.trim() === '') isOpen = false
    for (const { index, 0: stars } of line.matchAll(STARS)) {
      const before = line.charAt(index - 1)
      const after = line.charAt(index + stars.length)
      if (before === '*' || after === '*') continue
      if (!isOpen && isInWord(before, after) && !hasAnotherRun(line, index + stars.length)) {
        pieces.push(text.slice(done, start + index), mark(stars))
        done = start + index + stars.length
        continue
      }
      if (isOpen && PUNCTUATION.test(before) && LETTER.test(after)) {
        pieces.push(text.slice(done, start + index), stars, mark(''))
        done = start + index + stars.length
      }
      if (isOpen ? !/^\s?$/.test(before) : !/^\s?$/.test(after)) isOpen = !isOpen
    }
  }
  return pieces.join('') + text.slice(done)
}

function isInWord(before: string, after: string): boolean {
  return [before, after].every((character) => LETTER.test(character) && !SPACELESS.test(character))
}

/** Whether the word goes on to other stars: `un**believ**able`. */
function hasAnotherRun(line: string, from: number): boolean {
  const rest = line.slice(from)
  const stars = rest.indexOf('**')
  return stars !== -1 && !/\s/.test(rest.slice(0, stars))
}
