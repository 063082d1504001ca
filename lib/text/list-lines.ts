/** A line without its `\n`, and where it stands in the text: `text` is the whole's part from `start` to `end`. */
export type Line = { text: string; start: number; end: number }

/** The lines of a text one by one, so that what is found early costs no more than the lines before it. */
export function* listLines(text: string): Generator<Line> {
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    yield { text: text.slice(start, end), start, end }
    start = end + 1
  }
}
