/** Whoever asks for what is already under way waits for that, and nothing is done twice. */
export class SingleFlight<Result> {
  readonly #inFlight = new Map<string, Promise<Result>>()

  run(key: string, work: () => Promise<Result>): Promise<Result> {
    const known = this.#inFlight.get(key)
    if (known !== undefined) return known
    const promise = work().finally(() => this.#inFlight.delete(key))
    this.#inFlight.set(key, promise)
    return promise
  }
}
