/** A body without the blank lines around it, and the line of the file it starts at. */
export function toBodyStart(body: string, line: number): { body: string; bodyLine: number } {
  const blank = /^(?:[ \t]*\n)*/.exec(body)?.[0] ?? ''
  return { body: body.slice(blank.length).trimEnd(), bodyLine: line + blank.split('\n').length - 1 }
}
