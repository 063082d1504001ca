/**
 * What a command ends with: everything is well; it found problems; it was called in a way it does not know; it could not
 * do its work (a file, a setting, the network).
 */
export const EXIT = { ok: 0, problems: 1, usage: 2, failed: 3 } as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** A command of `npx broadsheet`. `help` is what `--help` prints: how to call it, what it takes, an example. */
export type Command = {
  summary: string
  help: string
  run: (args: string[]) => Promise<ExitCode>
}

/** The command was called wrongly; the message says what to write. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Words between commas, as options take lists. */
export function splitList(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
