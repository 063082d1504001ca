import { spawn } from 'node:child_process'
import { text as readAll } from 'node:stream/consumers'

/** What is asked of a program: `page` of Mozilla's Readability in jsdom, `preview` of open-graph-scraper, `feed` of feedparser. */
export type Question = {
  kind: 'page' | 'preview' | 'feed' | 'strict-feed' | 'opml' | 'robots'
  text: string
  url: string
}

/** What other people's programs make of our answers, in the order of the questions. */
export async function readWithPrograms(questions: readonly Question[]): Promise<unknown[]> {
  const child = spawn(process.execPath, ['__tests__/support/read-programs-process.ts'])
  child.stdin.end(JSON.stringify(questions))
  const [output, errors] = await Promise.all([readAll(child.stdout), readAll(child.stderr)])
  if (output === '') throw new Error(errors)
  return JSON.parse(output)
}
