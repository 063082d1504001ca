import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { HOSTILE_BODIES, listHostileFiles } from './hostile/texts.ts'
import { print } from './serve/print.ts'
import { type SiteProcess, startProcess } from './site-process.ts'

const FEEDS = ['/feed.xml', '/atom.xml', '/feed.json']
const PROBE_EVERY_MS = 5

/** The longest wait of a reader of another page while texts made to be slow are asked for, alone and in feeds. */
export async function runBench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-hostile-'))
  const contentDir = path.join(folder, 'content')
  mkdirSync(path.join(contentDir, 'posts'), { recursive: true })
  for (const [file, text] of Object.entries(listHostileFiles()))
    writeFileSync(path.join(contentDir, file), text)
  const site = await startProcess(contentDir, path.join(folder, 'data'))
  try {
    await fetchWhole(site, '/posts/short')
    print('longest wait with nothing else to do', format(await probe(site, wait(2_000))))
    for (const name of Object.keys(HOSTILE_BODIES)) await measure(site, `/posts/${name}`)
    for (const feed of FEEDS) await measure(site, feed)
    print('resident memory', `${site.getMegabytes().toFixed(0)} MB`)
  } finally {
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(site: SiteProcess, page: string): Promise<void> {
  const started = performance.now()
  const request = fetchWhole(site, page)
  const longest = await probe(site, request)
  const took = performance.now() - started
  print(page, `${await request} in ${took.toFixed(0)} ms, longest wait of others ${format(longest)}`)
}

/** The longest wait, in milliseconds, for a page that is kept, while `work` goes on. */
async function probe(site: SiteProcess, work: Promise<unknown>): Promise<number> {
  let isOver = false
  const end = work.finally(() => {
    isOver = true
  })
  let longest = 0
  while (!isOver) {
    const asked = performance.now()
    await fetchWhole(site, '/posts/short')
    longest = Math.max(longest, performance.now() - asked)
    await wait(PROBE_EVERY_MS)
  }
  await end
  return longest
}

async function fetchWhole(site: SiteProcess, page: string): Promise<number> {
  const response = await fetch(site.url + page)
  await response.arrayBuffer()
  return response.status
}

function format(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`
}
