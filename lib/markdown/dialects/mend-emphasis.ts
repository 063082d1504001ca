import { listLines } from '#lib/text/list-lines.ts'

const STARS = /(?<!\\)\*+/g
/** What a text has in it when anything here may have to be done: most texts have no such thing. */
const MAY_MISLEAD = /\*\*|[\p{L}\p{N}]\*[\p{L}\p{N}]/u
const LETTER = /[\p{L}\p{N}]/u
const PUNCTUATION = /[\p{P}\p{S}]/u
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/**
 * CommonMark takes `**` for what its neighbours suggest. Where they mislead, a mark is put beside it that is shown as
 * nothing, or in its place one that is shown as it is written:
 *
 * - `**Update:**Fixed` ends where it is meant to, and `the**“quay”**is` begins there
 * - `f**k`, `sh*t` and `s***head` are words with letters left out
 *
 * `mark` makes such a mark of the text that is to be shown.
 */
export function mendEmphasis(text: string, mark: (shown: string) => string): string {
  if (!MAY_MISLEAD.test(text)) return text
  const pieces: string[] = []
  let done = 0
  let isOpen = false
  let isSingleOpen = false
  for (const { text: line, start } of listLines(text)) {
    if (line.trim() === '') isOpen = isSingleOpen = false
    for (const { index, 0: stars } of line.matchAll(STARS)) {
      const before = line.charAt(index - 1)
      const after = line.charAt(index + stars.length)
      const next = index + stars.length
      if (stars.length === 1 && (isSingleOpen || !isInWord(before, after) || hasAnotherRun(line, next))) {
        if (isSingleOpen ? !isBlank(before) : !isBlank(after)) isSingleOpen = !isSingleOpen
        continue
      }
      if (!isOpen && isInWord(before, after) && !hasAnotherRun(line, next)) {
        pieces.push(text.slice(done, start + index), mark(stars))
        done = start + index + stars.length
        continue
      }
      if (stars.length > 3) continue
      if (!isOpen && LETTER.test(before) && PUNCTUATION.test(after) && closesTightly(line, next)) {
        pieces.push(text.slice(done, start + index), mark(''))
        done = start + index
      }
      if (isOpen && PUNCTUATION.test(before) && LETTER.test(after)) {
        pieces.push(text.slice(done, start + index), stars, mark(''))
        done = start + index + stars.length
      }
      if (isOpen ? !isBlank(before) : !isBlank(after)) isOpen = !isOpen
    }
  }
  return pieces.join('') + text.slice(done)
}

function isBlank(character: string): boolean {
  return /^\s?$/.test(character)
}

function isInWord(before: string, after: string): boolean {
  return [before, after].every((character) => LETTER.test(character) && !SPACELESS.test(character))
}

/** How far a word goes on, or a part that is set off. */
const MAX_SPAN = 500

/** Whether the word goes on to other stars: `un**believ**able`. */
function hasAnotherRun(line: string, from: number): boolean {
  const rest = line.slice(from, from + MAX_SPAN)
  const stars = rest.indexOf('*')
  return stars !== -1 && !/\s/.test(rest.slice(0, stars))
}

/** Whether other stars close what begins here, right behind a sign. */
function closesTightly(line: string, from: number): boolean {
  const stars = line.slice(from, from + MAX_SPAN).indexOf('**')
  return stars > 0 && PUNCTUATION.test(line.charAt(from + stars - 1))
}
