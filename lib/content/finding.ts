import type { Problem } from './problem.ts'

/** A problem as a stage sees it: which file it is in is not known there, and the line follows from `field`. */
export type Finding = Omit<Problem, 'file' | 'line'> & { line: number | null }

/** What a stage made of something unknown, and what it has to say about it. */
export type Reading<T> = { value: T; findings: Finding[] }

/** What was found, in the words of the stage that found it. */
type Particulars = { field: string | null; found: unknown; message: string; mend: string; line?: number }

const MAX_FOUND = 80

/** The file is published all the same. */
export function warn(particulars: Particulars): Finding {
  return toFinding('warning', particulars)
}

/** The file is held back. */
export function refuse(particulars: Particulars): Finding {
  return toFinding('error', particulars)
}

/** Puts a finding at its place: a stage's own line if it gave one, else the line of its field. */
export function toProblem(finding: Finding, file: string, getLine: (field: string) => number): Problem {
  const { severity, field, found, message, mend } = finding
  const line = finding.line ?? (field === null ? 1 : getLine(field))
  return { severity, file, line, field, found, message, mend }
}

function toFinding(severity: Problem['severity'], { found, line, ...words }: Particulars): Finding {
  return { severity, ...words, found: toExcerpt(found), line: line ?? null }
}

function toExcerpt(found: unknown): string {
  const text = typeof found === 'string' ? found : (JSON.stringify(found) ?? String(found))
  return text.length > MAX_FOUND ? `${text.slice(0, MAX_FOUND - 1).toWellFormed()}…` : text
}
