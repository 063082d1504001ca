import type { Problem } from '#lib/problems/problem.ts'

/** A problem as a stage sees it: which file it is in is not known there, and the line follows from `field`. */
export type Diagnostic = Omit<Problem, 'file' | 'line'> & { line: number | null }

/** What a stage made of something unknown, and what it has to say about it. */
export type Parsed<T> = { value: T; diagnostics: Diagnostic[] }

/** What was found, in the words of the stage that found it. */
type DiagnosticFacts = { field: string | null; found: unknown; message: string; hint: string; line?: number }

const MAX_FOUND = 80

/** The file is published all the same. */
export function reportWarning(facts: DiagnosticFacts): Diagnostic {
  return toDiagnostic('warning', facts)
}

/** The file is held back. */
export function reportError(facts: DiagnosticFacts): Diagnostic {
  return toDiagnostic('error', facts)
}

/** Puts a finding at its place: a stage's own line if it gave one, else the line of its field. */
export function toProblem(diagnostic: Diagnostic, file: string, getLine: (field: string) => number): Problem {
  const { severity, field, found, message, hint } = diagnostic
  const line = diagnostic.line ?? (field === null ? 1 : getLine(field))
  return { severity, file, line, field, found, message, hint }
}

function toDiagnostic(severity: Problem['severity'], { found, line, ...words }: DiagnosticFacts): Diagnostic {
  return { severity, ...words, found: toExcerpt(found), line: line ?? null }
}

function toExcerpt(found: unknown): string {
  const text = typeof found === 'string' ? found : (JSON.stringify(found) ?? String(found))
  return text.length > MAX_FOUND ? `${text.slice(0, MAX_FOUND - 1).toWellFormed()}…` : text
}
