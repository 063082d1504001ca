import { hashShingle, hashWord } from './hash-words.ts'

/** 64 bits that are nearly the same for texts that are nearly the same (simhash over each three words in a row). */
export type Sketch = { high: number; low: number }

const BITS = 64

/** One in so many shingles is looked at, the same ones in every text. */
const SAMPLE = 3

/** Texts that share seven of ten shingles or more differ in fewer bits than this; unrelated ones in about 32. */
const MAX_DIFFERENCE = 15

export function toSketch(words: readonly string[]): Sketch {
  const counts = new Int32Array(BITS)
  const hashes = words.map(hashWord)
  let looked = 0
  for (let at = 0; at < hashes.length; at += 1) {
    const low = hashShingle(hashes[at] ?? 0, hashes[at + 1] ?? 0, hashes[at + 2] ?? 0)
    if (low % SAMPLE !== 0) continue
    looked += 1
    addBits(counts, 0, low)
    addBits(counts, 32, hashShingle(low, low, 1))
  }
  return { high: toBits(counts, 32, looked / 2), low: toBits(counts, 0, looked / 2) }
}

/** Whether two texts are the same but for a few words. */
export function isNearDuplicate(one: Sketch, other: Sketch): boolean {
  return countBits(one.high ^ other.high) + countBits(one.low ^ other.low) < MAX_DIFFERENCE
}

/** Counts which bits are set. */
function addBits(counts: Int32Array, from: number, hash: number): void {
  for (let bit = 0; bit < 32; bit += 1) counts[from + bit] = (counts[from + bit] ?? 0) + ((hash >>> bit) & 1)
}

/** The bits that were set more often than `half`. */
function toBits(counts: Int32Array, from: number, half: number): number {
  let bits = 0
  for (let bit = 0; bit < 32; bit += 1) if ((counts[from + bit] ?? 0) > half) bits |= 1 << bit
  return bits
}

function countBits(value: number): number {
  let count = 0
  for (let rest = value >>> 0; rest !== 0; rest &= rest - 1) count += 1
  return count
}
