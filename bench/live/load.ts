import { setTimeout as wait } from 'node:timers/promises'
import type { SiteProcess } from '../site-process.ts'
import { listPaths } from './paths.ts'

const TICK_MS = 50

/** Stories that readers ask for at one time. */
const POPULAR = 200

/** Requests at a steady rate for the popular stories, until it is stopped. Latencies in milliseconds. */
export async function startLoad({ url }: SiteProcess, contentDir: string, rate: number) {
  const paths = listPaths(contentDir, POPULAR)
  if (rate > 0) for (const path of paths) await (await fetch(url + path)).arrayBuffer()
  const latencies: number[] = []
  const state = { stopped: false, sent: 0, failed: 0 }
  const send = async () => {
    state.sent += 1
    const started = performance.now()
    const response = await fetch(url + (paths[state.sent % paths.length] ?? '/')).catch(() => null)
    await response?.arrayBuffer()
    latencies.push(performance.now() - started)
    if (response === null || response.status >= 500) state.failed += 1
  }
  const running = (async () => {
    for (const started = performance.now(); rate > 0 && !state.stopped; await wait(TICK_MS)) {
      const due = ((performance.now() - started) / 1000) * rate
      while (state.sent < due) void send()
    }
  })()
  return {
    latencies,
    stop: async () => {
      state.stopped = true
      await running
      return state.failed
    },
  }
}
