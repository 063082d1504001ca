import { main } from '../cli/main.ts'

/** `npm run preview-link -- <file or slug>`: prints a link to a story that is not public yet, good for a week. */
process.exitCode = (await main(['preview', ...process.argv.slice(2)])) === 0 ? 0 : 1
