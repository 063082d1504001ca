/** FNV-1a of UTF-16 units, 32 bits, signed: SQLite stores those in four bytes. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash
}

/** The same of three words that follow each other, from their own hashes. */
export function hashShingle(first: number, second: number, third: number): number {
  const hash = mix(mix(mix(0x811c9dc5, first), second), third)
  return (hash ^ (hash >>> 16)) >>> 0
}

function mix(hash: number, part: number): number {
  const mixed = Math.imul(hash ^ part, 0x85ebca6b)
  return Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
}
