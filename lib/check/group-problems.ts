import type { Problem } from '#lib/problems/problem.ts'

/** Problems of one kind: what is said of them, without the particulars. `left` counts those not listed. */
export type ProblemGroup = { title: string; problems: Problem[]; left: number }

const MAX_LISTED = 10

/** Errors first, then the most frequent kinds; of each kind the first ten. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = Map.groupBy(
    problems,
    ({ severity, field, message }) =>
      `${severity}: ${field === null ? '' : `${field}: `}${message.replace(/“[^“”]*”|"[^"]*"|\d+/g, '…').replace(/\.$/, '')}`,
  )
  const sorted = [...groups].sort(
    ([one, ones], [other, others]) => rank(one) - rank(other) || others.length - ones.length,
  )
  return sorted.map(([title, members]) => ({
    title,
    problems: members.slice(0, MAX_LISTED),
    left: Math.max(0, members.length - MAX_LISTED),
  }))
}

function rank(title: string): number {
  return title.startsWith('error') ? 0 : 1
}
