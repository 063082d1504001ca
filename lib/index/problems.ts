import { type Problem, problemSchema } from '#lib/problems/problem.ts'
import { parseStored } from '#lib/text/json.ts'
import { type Index, transact } from './index-state.ts'

/** Which step found a problem; a step that looks again replaces what it found before. */
export type ProblemStep = 'walk' | 'read' | 'parse' | 'copy' | 'render' | 'picture'

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

/** Replaces what a walk of the files at or below the `scopes` found ('' for all). Writes only what differs. */
export function putWalkProblems(index: Index, scopes: readonly string[], problems: readonly Problem[]): void {
  const found = new Map(problems.map((problem) => [problem.file, problem]))
  const known = new Map(
    scopes.flatMap((scope) => listWalkProblems(index, scope)).map(({ file, data }) => [file, data]),
  )
  const gone = [...known.keys()].filter((file) => !found.has(file))
  const changed = [...found.values()].filter((problem) => known.get(problem.file) !== JSON.stringify(problem))
  if (gone.length + changed.length === 0) return
  transact(index, () => {
    for (const file of gone) putProblems(index, 'walk', file, [])
    for (const problem of changed) putProblems(index, 'walk', problem.file, [problem])
  })
}

/** What looks like content and is not published, as the last walk found it. */
export function listForeign(index: Index): string[] {
  return listWalkProblems(index, '').map(({ file }) => file)
}

function listWalkProblems(index: Index, scope: string): { file: string; data: string }[] {
  return index
    .prepare(
      `SELECT file, data FROM problem WHERE step = 'walk'
       AND (:scope = '' OR file = :scope OR (file > :scope || '/' AND file < :scope || '0'))`,
    )
    .all({ scope })
    .map((row) => ({ file: String(row.file), data: String(row.data) }))
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
  return rows.map((row) => parseStored(problemSchema, String(row.data)))
}

/** Files held back in whole or in part: those with an error. */
export function countQuarantined(index: Index): number {
  const row = index
    .prepare("SELECT count(DISTINCT file) AS files FROM problem WHERE severity = 'error'")
    .get()
  return Number(row?.files)
}
