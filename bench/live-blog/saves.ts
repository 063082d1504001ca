import { setTimeout as wait } from 'node:timers/promises'
import { addUpdate, type Blog, saveBlog } from './blog.ts'

/** A request may not hang for ever where a save is lost. */
const DEADLINE_MS = 30_000

/** Milliseconds from the end of a save until `surface` has the new update, once for each of `count` saves. */
export async function measureSaves(
  siteUrl: string,
  blog: Blog,
  { surface, count, pauseMs, seed }: { surface: string; count: number; pauseMs: number; seed: number },
): Promise<number[]> {
  const latencies: number[] = []
  for (let save = 0; save < count; save += 1) {
    const id = addUpdate(blog, seed + save)
    saveBlog(blog)
    const saved = performance.now()
    await waitFor(siteUrl + surface, id)
    latencies.push(performance.now() - saved)
    await wait(pauseMs)
  }
  return latencies
}

async function waitFor(url: string, mark: string): Promise<void> {
  for (const started = performance.now(); performance.now() - started < DEADLINE_MS; await wait(5)) {
    const text = await (await fetch(url)).text()
    if (text.includes(mark)) return
  }
  throw new Error(`${url} never had ${mark}`)
}
