import type { Problem } from '#lib/problems/problem.ts'
import type { Index } from './index-state.ts'

/** Which step found a problem; a step that looks again replaces what it found before. */
export type ProblemStep = 'read' | 'parse' | 'copy' | 'render' | 'picture'

/** Replaces what `step` knows against `file`. */
export function putProblems(
  index: Index,
  step: ProblemStep,
  file: string,
  problems: readonly Problem[],
): void {
  index.prepare('DELETE FROM problem WHERE file = ? AND step = ?').run(file, step)
  const put = index.prepare('INSERT INTO problem (step, file, line, severity, data) VALUES (?, ?, ?, ?, ?)')
  for (const problem of problems) {
    put.run(step, file, problem.line, problem.severity, JSON.stringify(problem))
  }
}

export function removeProblems(index: Index, file: string): void {
  index.prepare('DELETE FROM problem WHERE file = ?').run(file)
}

/** By file and line; of one file and step, or all. */
export function listProblems(index: Index, of?: { file: string; step: ProblemStep }): Problem[] {
  const rows =
    of === undefined
      ? index.prepare('SELECT data FROM problem ORDER BY file, line, id').all()
      : index.prepare('SELECT data FROM problem WHERE file = :file AND step = :step ORDER BY id').all(of)
  return rows.map((row) => JSON.parse(String(row.data)))
}

/** Files held back in whole or in part: those with an error. */
export function countQuarantined(index: Index): number {
  const row = index
    .prepare("SELECT count(DISTINCT file) AS files FROM problem WHERE severity = 'error'")
    .get()
  return Number(row?.files)
}
