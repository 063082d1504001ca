import { splitCode } from './split-code.ts'

const SPACED = /\] {1,3}\[([^[\]^\n]{0,200})\](?![([:])/g
/** How far back the bracket that opens a link's words is looked for. */
const MAX_WORDS = 300

/**
 * `[the plan] [1]`, which the first Markdown took for a link and CommonMark takes for two things, as `[the plan][1]`, where the
 * label is defined and the words are none.
 */
export function joinLabels(line: string, isDefined: (label: string) => boolean): string {
  if (!/\] {1,3}\[/.test(line)) return line
  return splitCode(line)
    .map(({ text, isCode }) => (isCode ? text : joinIn(text, isDefined)))
    .join('')
}

function joinIn(text: string, isDefined: (label: string) => boolean): string {
  return text.replace(SPACED, (written, label: string, at: number) => {
    const start = findOpening(text, at)
    if (start === -1 || text.charAt(start - 1) === '\\') return written
    const words = text.slice(start + 1, at)
    const isLink = label === '' ? isDefined(words) : isDefined(label) && !isDefined(words)
    return isLink && !words.startsWith('^') ? `][${label}]` : written
  })
}

function findOpening(text: string, end: number): number {
  let depth = 0
  for (let at = end - 1; at >= Math.max(0, end - MAX_WORDS); at -= 1) {
    if (text[at] === ']') depth += 1
    else if (text[at] === '[' && depth === 0) return at
    else if (text[at] === '[') depth -= 1
  }
  return -1
}
