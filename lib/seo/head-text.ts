import { cutText } from '#lib/format/cut-text.ts'
import { toLine } from '#lib/format/to-line.ts'

/** More than any preview or result shows of a headline. */
const MOST_WORDS = 200

/** More than anybody or anything is called. */
const MOST_NAME = 100

/** Words as a head has them: so long at most that every tag stands in the page's first 16 KB, and without controls. */
export function toHeadText(text: string): string {
  return cutText(toLine(text), MOST_WORDS)
}

/** The name of a paper, a person, a section or a topic as a head has it. */
export function toHeadName(name: string): string {
  return cutText(toLine(name), MOST_NAME)
}
