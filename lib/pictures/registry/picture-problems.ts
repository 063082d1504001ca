import type { Index } from '#lib/index/index-state.ts'
import { listProblems, putProblems } from '#lib/index/problems.ts'
import type { Problem } from '#lib/problems/problem.ts'

/** Says why pictures that `file` names are not shown: once for each, until it is mended or no longer named. */
export function reportPictures(index: Index, file: string): void {
  const problems = index
    .prepare(
      `SELECT DISTINCT source, fault FROM picture_use JOIN picture USING (source)
       WHERE file = ? AND fault IS NOT NULL ORDER BY source`,
    )
    .all(file)
    .map((row) => toPictureProblem(file, String(row.source), String(row.fault)))
  const known = listProblems(index, { file, step: 'picture' })
  if (JSON.stringify(known) !== JSON.stringify(problems)) putProblems(index, 'picture', file, problems)
}

function toPictureProblem(file: string, source: string, fault: string): Problem {
  return {
    severity: 'warning',
    file,
    line: 1,
    field: null,
    found: source,
    message: `a picture is not shown: ${fault}`,
    hint: 'Correct its address, or put the picture into media/ and name that.',
  }
}
