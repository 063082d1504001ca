/** A fixed sequence of whole numbers below 2^32: the same on every machine, well mixed for every seed (SplitMix32). */
export function createSequence(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
}

export function pick<Item>(items: readonly Item[], next: () => number): Item {
  const item = items[next() % items.length]
  if (item === undefined) throw new Error('Nothing to pick from')
  return item
}

/** The items in an order of chance that is always the same. */
export function shuffle<Item>(items: readonly Item[], seed: number): Item[] {
  const next = createSequence(seed)
  return items
    .map((item) => ({ item, key: next() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

/** Draws the place of a word: the first ones as often as words of natural languages (Zipf and Mandelbrot). */
export function createZipf(size: number): (next: () => number) => number {
  const sums = new Float64Array(size)
  let total = 0
  for (let rank = 0; rank < size; rank += 1) {
    total += 1 / (rank + 2.7)
    sums[rank] = total
  }
  return (next) => {
    const at = (next() / 2 ** 32) * total
    let low = 0
    let high = size - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return low
  }
}
