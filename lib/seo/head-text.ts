import { cutText } from '#lib/text/cut-text.ts'
import { toSingleLine } from '#lib/text/single-line.ts'

/** More than any preview or result shows of a headline. */
const MAX_WORDS = 200

/** More than anybody or anything is called. */
const MAX_NAME = 100

/** Words as a head has them: so long at most that every tag stands in the page's first 16 KB, and without controls. */
export function toHeadText(text: string): string {
  return cutText(toSingleLine(text), MAX_WORDS)
}

/** The name of a paper, a person, a section or a topic as a head has it. */
export function toHeadName(name: string): string {
  return cutText(toSingleLine(name), MAX_NAME)
}
