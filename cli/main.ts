import { enableCompileCache } from 'node:module'
import { type Command, EXIT, type ExitCode, UsageError } from './command.ts'

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  new: async () => (await import('./new.ts')).newStory,
  import: async () => (await import('./import.ts')).importCommand,
  preview: async () => (await import('./preview.ts')).preview,
  links: async () => (await import('./links.ts')).links,
  doctor: async () => (await import('./doctor.ts')).doctor,
  fonts: async () => (await import('./fonts.ts')).fonts,
  schema: async () => (await import('./schema.ts')).schema,
}

/** Runs `broadsheet <command> …` and returns the status to exit with. What it prints for people goes to stderr or stdout as documented. */
export async function main(args: string[]): Promise<ExitCode> {
  enableCompileCache()
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return printHelp(rest[0])
  const command = await COMMANDS[name]?.()
  if (command === undefined || !Object.hasOwn(COMMANDS, name)) {
    console.error(`There is no command "${name}". Write one of: ${Object.keys(COMMANDS).join(', ')}.`)
    return EXIT.usage
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(command.help)
    return EXIT.ok
  }
  return runCommand(name, command, rest)
}

async function runCommand(name: string, command: Command, args: string[]): Promise<ExitCode> {
  try {
    return await command.run(args)
  } catch (error) {
    if (!Error.isError(error)) throw error
    const isUsage = error instanceof UsageError || isParseFault(error)
    console.error(error.message)
    if (isUsage) console.error(`broadsheet ${name} --help says how to write it.`)
    else if (process.env.DEBUG !== undefined) console.error(error.stack)
    return isUsage ? EXIT.usage : EXIT.failed
  }
}

/** What `parseArgs` throws for an option it does not know, or one without its value. */
function isParseFault(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

async function printHelp(name: string | undefined): Promise<ExitCode> {
  const command = name === undefined ? undefined : await COMMANDS[name]?.()
  if (command !== undefined) {
    console.log(command.help)
    return EXIT.ok
  }
  const lines = await Promise.all(
    Object.entries(COMMANDS).map(async ([key, load]) => `  ${key.padEnd(9)}${(await load()).summary}`),
  )
  console.log(
    [
      'broadsheet <command> [options]',
      '',
      ...lines,
      '',
      'broadsheet <command> --help says more. CONTENT_DIR and DATA_DIR say where the paper lies (./content, ./.data).',
      'Exit status: 0 all is well, 1 problems found, 2 called wrongly, 3 could not be done.',
    ].join('\n'),
  )
  return EXIT.ok
}
