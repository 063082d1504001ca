import { hash } from 'node:crypto'
import { decode } from './decode.ts'
import { type Dialect, readDialect } from './dialect.ts'
import { type Finding, refuse, toProblem } from './finding.ts'
import { type FrontMatter, getKeyLine, parseFrontMatter } from './front-matter.ts'
import type { Problem } from './problem.ts'

/** A file as it is on disk; `path` is relative to the content folder and uses `/`. */
export type SourceFile = { path: string; bytes: Uint8Array }

/** A file with its front matter sorted into our fields, and what there is to say about it so far. */
export type ReadFile = { source: (FrontMatter & Dialect) | null; findings: Finding[] }

/** The first three stages, alike for posts, pages and authors: bytes → text → front matter → our fields. */
export function readSourceFile({ bytes }: SourceFile): ReadFile {
  const { value: text, findings } = decode(bytes)
  if (text.trim() === '') return { source: null, findings: [...findings, reportEmpty()] }
  const { value: frontMatter, findings: faults } = parseFrontMatter(text)
  if (frontMatter === null) return { source: null, findings: [...findings, ...faults] }
  const { value: dialect, findings: slips } = readDialect(frontMatter.values)
  return { source: { ...frontMatter, ...dialect }, findings: [...findings, ...faults, ...slips] }
}

/** SHA-256 of the file, in hexadecimal. */
export function toContentHash(bytes: Uint8Array): string {
  return hash('sha256', bytes)
}

/** Findings → problems of this file, each at its line. */
export function listProblems(findings: Finding[], file: string, source: FrontMatter | null): Problem[] {
  return findings.map((finding) =>
    toProblem(finding, file, (key) => (source === null ? 1 : getKeyLine(source, key))),
  )
}

/** True when the file must be held back. */
export function isHeldBack(findings: Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error')
}

function reportEmpty(): Finding {
  return refuse({
    field: null,
    found: '',
    message: 'the file is empty',
    mend: 'Write the story, or delete the file',
  })
}
