import { main } from '../../cli/main.ts'

export type RunCommand = (
  args: string[],
  env?: Record<string, string>,
) => Promise<{ status: number; stdout: string; stderr: string }>

/** Runs commands in this process, with these settings: what each printed, and the status it would end with. */
export function createRunner(settings: Record<string, string>): RunCommand {
  return async (args, env = {}) => {
    const printed = { stdout: '', stderr: '' }
    jest.spyOn(console, 'log').mockImplementation((line) => {
      printed.stdout += `${line}\n`
    })
    jest.spyOn(console, 'error').mockImplementation((line) => {
      printed.stderr += `${line}\n`
    })
    const before = process.env
    process.env = { ...before, ...settings, ...env }
    try {
      return { status: await main(args), ...printed }
    } finally {
      process.env = before
      jest.restoreAllMocks()
    }
  }
}
