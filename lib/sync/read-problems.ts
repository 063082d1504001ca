import { clearFault, raiseFault } from '#lib/index/faults.ts'
import { type Index, transact } from '#lib/index/index-state.ts'
import { putProblems } from '#lib/index/problems.ts'
import { type Problem, problemSchema } from '#lib/problems/problem.ts'
import { parseStored } from '#lib/text/json.ts'
import { UNFORESEEN } from './prepare/prepare-file.ts'

/** More paths than these are not listed one by one. */
const MAX_LISTED = 1_000

/**
 * Lists what could not be read at or below the scopes just compared, by its path, and forgets what can be read again.
 * Writes nothing while nothing changes.
 */
export function putReadProblems(
  index: Index,
  scopes: readonly string[],
  faults: ReadonlyMap<string, string>,
): void {
  const known = new Map(
    scopes.flatMap((scope) => listKnown(index, scope)).map(({ file, found }) => [file, found]),
  )
  const listed = new Map([...faults].slice(0, MAX_LISTED))
  const mended = [...known.keys()].filter((file) => !listed.has(file))
  const found = [...listed].filter(([file, fault]) => known.get(file) !== fault)
  if (mended.length > 0 || found.length > 0) {
    transact(index, () => {
      for (const file of mended) putProblems(index, 'read', file, [])
      for (const [file, fault] of found) putProblems(index, 'read', file, [toReadProblem(file, fault)])
    })
  }
  reportUnreadable(index)
}

/** Paths that could not be read when they were last looked at; not all, where they are many. */
export function listUnreadable(index: Index): string[] {
  return index
    .prepare("SELECT DISTINCT file FROM problem WHERE step = 'read' LIMIT 500")
    .all()
    .map((row) => String(row.file))
}

/** The fault names one of the paths: which others there are, the problems say. */
function reportUnreadable(index: Index): void {
  const row = index
    .prepare(
      "SELECT count(*) AS files, min(file) AS file FROM problem WHERE step = 'read' AND severity = 'error'",
    )
    .get()
  const files = Number(row?.files ?? 0)
  if (files === 0) clearFault(index, 'unreadable', 'Everything in the content folder can be read again.')
  else {
    const others = files === 1 ? '' : ` and ${files - 1} more`
    raiseFault(
      index,
      'unreadable',
      `The content folder has what cannot be read: ${row?.file}${others}. It stays as it was; the rest is published.`,
    )
  }
}

function listKnown(index: Index, scope: string): { file: string; found: string }[] {
  const rows =
    scope === ''
      ? index.prepare("SELECT file, data FROM problem WHERE step = 'read'").all()
      : index
          .prepare(
            `SELECT file, data FROM problem WHERE step = 'read'
             AND (file = :scope OR (file > :scope || '/' AND file < :scope || '0'))`,
          )
          .all({ scope })
  return rows.map((row) => ({
    file: String(row.file),
    found: parseStored(problemSchema, String(row.data)).found,
  }))
}

function toReadProblem(file: string, found: string): Problem {
  const isLink = found.startsWith('a link')
  const isUnforeseen = found.startsWith(UNFORESEEN)
  return {
    severity: isLink ? 'warning' : 'error',
    file,
    line: 1,
    field: null,
    found,
    message: isLink ? 'is not followed' : 'cannot be read',
    hint: isUnforeseen
      ? 'Make the file simpler; until then it stays as it was. Whoever looks after this program would like to have it.'
      : isLink
        ? 'Put the file or folder itself here.'
        : 'Give the user the site runs as the right to read it, or move it out of the content folder.',
  }
}
