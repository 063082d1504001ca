import { hashWord } from './hash-words.ts'

const MIN_LENGTH = 4
const MAX_LENGTH = 24

/** Letters of alphabets: numbers, and characters that are indexed in pairs, have no typos to find. */
const SPELT =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Devanagari}\p{M}]+$/u

/** Whether misspellings of a word are looked for. */
export function isSpelt(word: string): boolean {
  return word.length >= MIN_LENGTH && word.length <= MAX_LENGTH && SPELT.test(word)
}

/**
 * Keys of a word, and of what is left of it without one letter. Two words that share a key are one or two slips apart: a
 * letter added, left out, changed, or swapped with its neighbour.
 */
export function listTypoKeys(word: string): number[] {
  const keys = new Set([hashWord(word)])
  for (let at = 0; at < word.length; at += 1) keys.add(hashWord(word.slice(0, at) + word.slice(at + 1)))
  return [...keys]
}
