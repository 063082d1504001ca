/** Coalesces concurrent calls: a call for a key that is already in progress awaits the same result. */
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
