import { parseArgs } from 'node:util'
import { collectProblems } from '#lib/check/collect-problems.ts'
import { groupProblems } from '#lib/check/group-problems.ts'
import { getEnv } from '#lib/config/env.ts'
import { formatProblem, type Problem } from '#lib/problems/problem.ts'
import { type Command, EXIT, type ExitCode } from './command.ts'
import { startProgress } from './progress.ts'

const HELP = `broadsheet check [options]

Says what is wrong in the content folder, as the site itself would find it: front matter, dates, names, texts, links,
pictures and site.yaml. An error holds its file back; a warning does not.

  --quiet      errors only
  --remote     pictures of other sites are fetched and looked at too
  --json       one object: { "errors": 1, "warnings": 2, "problems": [ { file, line, severity, message, … } ] }
  --plain      one problem a line, as file:line: message, and nothing else (what npm run check-content prints)

Exit status: 0 no problem, 1 problems found, 2, 3.

  npx broadsheet check --quiet`

export const check: Command = {
  summary: 'says what is wrong in the content folder, and what to write instead',
  help: HELP,
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: {
        quiet: { type: 'boolean', default: false },
        remote: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        plain: { type: 'boolean', default: false },
      },
    })
    const problems = await checkContent(values.remote)
    const shown = values.quiet ? problems.filter(({ severity }) => severity === 'error') : problems
    if (values.json) console.log(formatJson(shown))
    else if (values.plain) for (const problem of shown) console.log(formatProblem(problem))
    else printGroups(shown)
    return toExit(shown)
  },
}

/** Every problem of the content folder, with a bar on a terminal meanwhile. */
export async function checkContent(isRemote: boolean): Promise<Problem[]> {
  const { contentDir, allowLoopbackPictures } = getEnv()
  const progress = startProgress('Checking')
  try {
    return await collectProblems({
      contentDir,
      remote: isRemote ? { allowHosts: [], allowLoopback: allowLoopbackPictures } : null,
      now: new Date(),
      onProgress: progress.show,
      log: console.warn,
    })
  } finally {
    progress.end()
  }
}

export function toExit(problems: readonly Problem[]): ExitCode {
  return problems.length === 0 ? EXIT.ok : EXIT.problems
}

function count(problems: readonly Problem[], severity: Problem['severity']): number {
  return problems.filter((problem) => problem.severity === severity).length
}

function formatJson(problems: readonly Problem[]): string {
  return JSON.stringify({ errors: count(problems, 'error'), warnings: count(problems, 'warning'), problems })
}

function printGroups(problems: readonly Problem[]): void {
  for (const { title, problems: members, left } of groupProblems(problems)) {
    console.log(`\n${title}: ${members.length + left}`)
    for (const problem of members) console.log(`  ${formatProblem(problem)}`)
    if (left > 0) console.log(`  … and ${left} more of this kind; --plain lists them all`)
  }
  if (problems.length > 0) console.log('')
  console.log(`${count(problems, 'error')} errors, ${count(problems, 'warning')} warnings.`)
}
