import { z } from 'zod'

/**
 * What is wrong with a file, said to the person who must mend it.
 *
 * - `error`: the file is held back (its last good version, if any, stays live).
 * - `warning`: the file is published; what was found was read as `mend` says.
 *
 * `file` is relative to the content folder and uses `/`. `line` is 1-based, in the file as it is on disk.
 * `field` is the front matter key (or site setting path) as written, null for the file as a whole.
 */
export const problemSchema = z.strictObject({
  severity: z.enum(['error', 'warning']),
  file: z.string().min(1),
  line: z.int().min(1),
  field: z.string().nullable(),
  found: z.string(),
  message: z.string().min(1),
  hint: z.string().min(1),
})

export type Problem = z.infer<typeof problemSchema>

/** One line for terminals and logs, in the form editors and CI tools make clickable: `file:line: message`. */
export function formatProblem(problem: Problem): string {
  const field = problem.field === null ? '' : `${problem.field}: `
  const found = problem.found === '' ? '' : ` (found ${JSON.stringify(problem.found)})`
  return `${problem.file}:${problem.line}: ${problem.severity}: ${field}${problem.message.replace(/\.$/, '')}${found}. ${problem.hint}`
}
