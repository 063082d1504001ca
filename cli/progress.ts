const WIDTH = 24
const PAUSE_MS = 100

/** A bar on stderr: drawn on a terminal only, at most ten times a second, and gone when the work is done. */
export type Progress = {
  /** How much is done, from 0 to 1, and what there is to say of it. */
  show: (fraction: number, words: string) => void
  end: () => void
}

export function startProgress(label: string): Progress {
  const stream = process.stderr
  let last = 0
  if (!stream.isTTY) return { show: () => {}, end: () => {} }
  return {
    show: (fraction, words) => {
      const now = performance.now()
      if (now - last < PAUSE_MS) return
      last = now
      const done = Math.round(Math.min(1, Math.max(0, fraction)) * WIDTH)
      const bar = '█'.repeat(done) + '░'.repeat(WIDTH - done)
      stream.write(`\r\x1b[K${label} ${bar} ${words}`.slice(0, stream.columns ?? 80))
    },
    end: () => {
      stream.write('\r\x1b[K')
    },
  }
}
