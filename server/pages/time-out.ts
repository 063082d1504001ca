/** A rendering that did not end in its time. */
export class RenderTimeout extends Error {
  constructor(url: string, limitMs: number) {
    super(`Rendering ${url} took longer than ${limitMs / 1000} s and was given up.`)
    this.name = 'RenderTimeout'
  }
}

/** Runs `work` and gives it up after `limitMs`: the signal tells it so, and nobody waits for it any more. */
export async function timeOut<Result>(
  url: string,
  limitMs: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController()
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    reject(new RenderTimeout(url, limitMs))
    controller.abort()
  }, limitMs)
  try {
    return await Promise.race([work(controller.signal), promise])
  } finally {
    clearTimeout(timer)
  }
}
