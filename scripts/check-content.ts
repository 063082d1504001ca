import { main } from '../cli/main.ts'

/** Prints every problem of the content folder as `file:line: message`; exit status 1 when there is one. */
process.exitCode = (await main(['check', '--plain', ...process.argv.slice(2)])) === 0 ? 0 : 1
