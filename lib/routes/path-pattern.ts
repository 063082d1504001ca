/** A part of a pattern: fixed text, one segment with a fixed end, or all segments that remain. */
type PatternPart =
  | { kind: 'text'; text: string }
  | { kind: 'one'; end: string; shape: RegExp | null }
  | { kind: 'rest' }

/** A route's path, read once. `prefix` is what it begins with before its first parameter. */
export type PathPattern = { parts: readonly PatternPart[]; prefix: string }

/** What segments must look like, by their name in a pattern; any other segment will do. */
const SHAPES: Record<string, RegExp> = { year: /^[1-9]\d{3}$/, month: /^(?:0[1-9]|1[0-2])$/ }

/** Reads `/posts/[slug].md`, `/media/[...path]` … */
export function parsePattern(path: string): PathPattern {
  const [prefix = ''] = path.split('[', 1)
  return { parts: splitPath(path).map(parsePart), prefix }
}

function parsePart(segment: string): PatternPart {
  if (segment.startsWith('[...')) return { kind: 'rest' }
  const [name = '', end = ''] = segment.slice(1).split(']')
  return segment.startsWith('[')
    ? { kind: 'one', end, shape: SHAPES[name] ?? null }
    : { kind: 'text', text: segment }
}

/** `/a/b` → `['a', 'b']`; `/` → `[]`. */
export function splitPath(path: string): string[] {
  return path === '/' ? [] : path.slice(1).split('/')
}

/** What a path has where the pattern has parameters, and the segments that follow it. Null when it does not match. */
export function matchPattern(
  { parts }: PathPattern,
  segments: readonly string[],
): { params: string[]; below: readonly string[] } | null {
  const params: string[] = []
  for (const [at, part] of parts.entries()) {
    if (part.kind === 'rest') {
      const rest = segments.slice(at)
      return rest.length === 0 ? null : { params: [...params, ...rest], below: [] }
    }
    const param = matchPart(part, segments[at] ?? '')
    if (param === null) return null
    if (part.kind === 'one') params.push(param)
  }
  return { params, below: segments.slice(parts.length) }
}

function matchPart(part: Exclude<PatternPart, { kind: 'rest' }>, segment: string): string | null {
  if (part.kind === 'text') return segment === part.text ? segment : null
  if (!segment.endsWith(part.end)) return null
  const value = segment.slice(0, segment.length - part.end.length)
  return value !== '' && (part.shape?.test(value) ?? true) ? value : null
}

/** The path with its parameters filled in, percent-encoded. */
export function fillPattern({ parts }: PathPattern, params: readonly string[]): string {
  const left = params.map(encodeURIComponent)
  const segments = parts.map((part) => {
    if (part.kind === 'text') return part.text
    return part.kind === 'one' ? (left.shift() ?? '') + part.end : left.splice(0).join('/')
  })
  return `/${segments.join('/')}`
}

/** Sorts patterns so that the first that matches is the one that says most: longer first, fixed text before parameters. */
export function comparePatterns(a: PathPattern, b: PathPattern): number {
  return b.parts.length - a.parts.length || rankParts(a).localeCompare(rankParts(b))
}

function rankParts({ parts }: PathPattern): string {
  return parts
    .map((part) => (part.kind === 'text' ? 0 : part.kind === 'rest' ? 3 : part.end === '' ? 2 : 1))
    .join('')
}
