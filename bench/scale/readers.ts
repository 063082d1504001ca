/** A sequence of numbers from 0 to 1 that is the same on every machine. @see https://prng.di.unimi.it/splitmix64.c (32 bits here) */
export function createSequence(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
}

/** Draws ranks from 0 to `count` - 1, the n-th as often as n to the power of -`exponent`, by the inverse of the integral. */
export function createZipf(count: number, exponent: number, draw: () => number): () => number {
  const power = 1 - exponent
  const whole = Math.abs(power) < 1e-9 ? Math.log(count + 1) : ((count + 1) ** power - 1) / power
  return () => {
    const area = draw() * whole
    const rank = Math.abs(power) < 1e-9 ? Math.exp(area) : (area * power + 1) ** (1 / power)
    return Math.min(count - 1, Math.floor(rank) - 1)
  }
}

/** Draws how many stories ago one was printed that is read now: interest halves every `halfLife` hours. */
export function createRecent(newPerDay: number, halfLife: number, draw: () => number): () => number {
  const perHour = newPerDay / 24
  return () => Math.floor(-Math.log2(1 - draw()) * halfLife * perHour)
}
