import { spawn } from 'node:child_process'
import { text as readAll } from 'node:stream/consumers'
import { z } from 'zod'

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

/** What the programs answer: an entry of a feed, a page in reader mode, a preview. */
export const itemSchema = z.object({
  title: z.string(),
  author: z.string().nullable(),
  pubdate: z.string(),
  link: z.string(),
  summary: z.string().nullable(),
  description: z.string().nullable(),
  image: z.object({ url: z.string().optional() }),
})
export const pageSchema = z.object({
  article: z.object({
    title: z.string(),
    byline: z.string().nullable(),
    lang: z.string().nullable(),
    dir: z.string().nullable(),
    content: z.string(),
    textContent: z.string(),
    publishedTime: z.string().nullable(),
    siteName: z.string().nullable(),
  }),
  errors: z.array(z.string()),
  language: z.string(),
})
export const previewSchema = z.object({
  ogTitle: z.string(),
  author: z.string(),
  articlePublishedTime: z.string(),
  ogLocale: z.string(),
  ogImage: z.array(z.object({ url: z.string(), width: z.coerce.string(), height: z.coerce.string() })),
})
