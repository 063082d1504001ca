import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { Readability } from '@mozilla/readability'
import FeedParser from 'feedparser'
import { parseFeed, parseOpml } from 'feedsmith'
import { JSDOM, VirtualConsole } from 'jsdom'
import openGraphScraper from 'open-graph-scraper'
import robotsParser from 'robots-parser'

/**
 * Other people's programs in a process of their own, as Jest would have to compile them: reads `{kind, text, url}` as JSON
 * from its input, and prints what each made of it.
 */
type Question = {
  kind: 'page' | 'preview' | 'feed' | 'strict-feed' | 'opml' | 'robots'
  text: string
  url: string
}

async function read({ kind, text, url }: Question): Promise<unknown> {
  switch (kind) {
    case 'page':
      return readPage(text, url)
    case 'preview':
      return readPreview(text)
    case 'feed':
      return readFeed(text)
    case 'strict-feed':
      return parseFeed(text)
    case 'opml':
      return parseOpml(text)
    case 'robots':
      return { sitemaps: robotsParser(url, text).getSitemaps() }
  }
}

/** The page in a browser's reader mode, and what a reader of plain text hears. Style sheets are parsed, scripts not run. */
function readPage(text: string, url: string) {
  const errors: string[] = []
  const console = new VirtualConsole()
  console.on('jsdomError', (error: Error) => errors.push(error.message))
  const { window } = new JSDOM(text, { url, virtualConsole: console })
  const { document } = window
  const byline = document.querySelector('.byline')?.textContent ?? null
  const language = document.documentElement.lang
  for (const image of document.querySelectorAll('img')) errors.push(...checkStyle(window, image))
  const article = new Readability(document).parse()
  return { article, errors, byline, language }
}

function checkStyle(window: JSDOM['window'], element: Element): string[] {
  try {
    window.getComputedStyle(element)
    return []
  } catch (error) {
    return [String(error)]
  }
}

async function readPreview(html: string) {
  const { result } = await openGraphScraper({ html })
  return result
}

async function readFeed(xml: string) {
  const parser = new FeedParser({ addmeta: false })
  const items: unknown[] = []
  for await (const item of Readable.from([xml]).pipe(parser)) {
    const { title, author, date, pubdate, link, summary, description, image, categories } = item
    items.push({ title, author, date, pubdate, link, summary, description, image, categories })
  }
  return items
}

const questions: Question[] = JSON.parse(readFileSync(0, 'utf8'))
console.log(JSON.stringify(await Promise.all(questions.map(read))))
