/** A line's code spans and what is between them. A run of backticks that no other closes is text. */
export function splitCode(line: string): { text: string; isCode: boolean }[] {
  if (!line.includes('`')) return [{ text: line, isCode: false }]
  const parts: { text: string; isCode: boolean }[] = []
  const runs = Array.from(line.matchAll(/`+/g), ({ index, 0: marks }) => ({ index, length: marks.length }))
  const next = new Map<number, number>()
  const closings = runs.map(() => -1)
  for (let at = runs.length - 1; at >= 0; at -= 1) {
    const length = runs[at]?.length ?? 0
    closings[at] = next.get(length) ?? -1
    next.set(length, at)
  }
  let done = 0
  for (let at = 0; at < runs.length; at += 1) {
    const opening = runs[at]
    const closing = runs[closings[at] ?? -1]
    if (opening === undefined || closing === undefined || opening.index < done) continue
    parts.push({ text: line.slice(done, opening.index), isCode: false })
    done = closing.index + closing.length
    parts.push({ text: line.slice(opening.index, done), isCode: true })
  }
  return [...parts, { text: line.slice(done), isCode: false }]
}

/**
 * Whether what begins at `start` begins in a code span that ends before `end`: `{{` and `}}` written as code are no tag. Each line is read
 * once, so places are to be asked for in their order.
 */
export function createCodeTest(text: string): (start: number, end: number) => boolean {
  let lineEnd = -1
  let spans: { start: number; end: number }[] = []
  let next = 0
  return (start, end) => {
    if (start > lineEnd) {
      const lineStart = text.lastIndexOf('\n', start - 1) + 1
      const found = text.indexOf('\n', start)
      lineEnd = found === -1 ? text.length : found
      spans = listCodeSpans(text.slice(lineStart, lineEnd), lineStart)
      next = 0
    }
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1
    const span = spans[next]
    return span !== undefined && span.start < start && span.end <= end
  }
}

function listCodeSpans(line: string, lineStart: number): { start: number; end: number }[] {
  let at = lineStart
  return splitCode(line).flatMap(({ text, isCode }) => {
    const start = at
    at += text.length
    return isCode ? [{ start, end: at }] : []
  })
}
