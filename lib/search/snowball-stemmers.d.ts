declare module 'snowball-stemmers' {
  /** @throws where the algorithm is not known */
  export function newStemmer(algorithm: string): { stem(word: string): string }
  export function algorithms(): string[]
}
