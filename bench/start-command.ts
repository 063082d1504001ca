import { readFileSync } from 'node:fs'

/** What `npm start` has Node run, flags and all. */
export function readStartArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  return String(scripts.start).split(' ').slice(1)
}
