/** Waits between two looks, and ends early when there is something to look at. */
export type Sleep = {
  /** Ends the wait; where none is under way, the next one. */
  wake: () => void
  start: () => Promise<void>
}

export function createSleep(ms: number): Sleep {
  let isWoken = false
  let end = () => {}

  async function start(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, isWoken ? 0 : ms)
    end = resolve
    await promise
    clearTimeout(timer)
    isWoken = false
  }

  return {
    wake: () => {
      isWoken = true
      end()
    },
    start,
  }
}
