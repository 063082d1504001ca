import { getFeed } from '#lib/feeds/get-feed.ts'
import { renderRss } from '#lib/feeds/render-rss.ts'
import { closeIndex, getIndex } from '#lib/sync/open-index.ts'
import { getMedian } from './statistics.ts'

/** Renders /feed.xml of the paper in CONTENT_DIR: from nothing, then again and again; prints milliseconds as JSON. */
const RUNS = 30

await getIndex()
const cold = await measure()
const warm: number[] = []
for (let run = 0; run < RUNS; run += 1) warm.push((await measure()).ms)
console.log(JSON.stringify({ cold: cold.ms, warm: getMedian(warm), bytes: cold.bytes }))
await closeIndex()

async function measure(): Promise<{ ms: number; bytes: number }> {
  const started = performance.now()
  const feed = await getFeed({ kind: 'all' }, 1, 'https://paper.example', new Date())
  const bytes = feed === null ? 0 : Buffer.byteLength(renderRss(feed))
  return { ms: performance.now() - started, bytes }
}
